import type { Bank } from './port.ts';

/** A bank, and what it is used for; everything if that isn't said. */
export type ListedBank = {
  bank: Bank;
  currencies?: readonly string[];
  payees?: readonly string[];
};

export type Banks = {
  names: readonly string[];
  /** Throws if there is none of this name any more, so that staff see whose payouts are left behind. */
  named(name: string): Bank;
  find(name: string): Bank | undefined;
  /** The names of those that report in files. */
  by_file: readonly string[];
  /** The first in the operator's list that pays this payee in this currency. */
  choose(payee: string, currency: string): Bank | undefined;
};

export function banks(listed: readonly ListedBank[]): Banks {
  const find = (name: string) => listed.find(({ bank }) => bank.name === name)?.bank;
  return {
    named(name) {
      const bank = find(name);
      if (bank === undefined) throw new Error(`No bank is named ${name} any more.`);
      return bank;
    },
    names: listed.map(({ bank }) => bank.name),
    find,
    by_file: listed.filter(({ bank }) => bank.read !== undefined).map(({ bank }) => bank.name),
    choose: (payee, currency) =>
      listed.find(
        ({ bank, currencies, payees }) =>
          bank.takes(currency) &&
          (currencies === undefined || currencies.includes(currency)) &&
          (payees === undefined || payees.includes(payee)),
      )?.bank,
  };
}
