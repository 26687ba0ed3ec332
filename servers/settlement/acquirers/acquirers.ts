import type { Acquirer } from './port.ts';

/** An acquirer, and what it is used for; everything if that isn't said. */
export type ListedAcquirer = {
  acquirer: Acquirer;
  currencies?: readonly string[];
  payees?: readonly string[];
};

/** What a card is meant to pay for, as far as that is known. */
export type Use = { payee?: string | undefined; currency?: string | undefined };

export type Acquirers = {
  /** Throws if there is none of this name any more, so that staff see whose payments are left behind. */
  named(name: string): Acquirer;
  find(name: string): Acquirer | undefined;
  all(): Acquirer[];
  /** Whether that one takes payments for this use. */
  serves(name: string, use: Use): boolean;
  /** What that one is used for: all payees if none are named, and those of these currencies that it takes. */
  uses(name: string, currencies: readonly string[]): { payees?: string[]; currencies: string[] };
  /** The first in the operator's list that does. */
  choose(use: Use): Acquirer | undefined;
  /** The first that takes cards keyed in on a phone, if the operator allows any. */
  keyed(): Acquirer | undefined;
};

export function acquirers(
  listed: readonly ListedAcquirer[],
  { takesKeyedCards }: { takesKeyedCards: boolean },
): Acquirers {
  const serves = ({ acquirer, currencies, payees }: ListedAcquirer, { payee, currency }: Use) =>
    (currency === undefined ||
      (acquirer.takes(currency) && (currencies === undefined || currencies.includes(currency)))) &&
    (payee === undefined || payees === undefined || payees.includes(payee));
  const find = (name: string) => listed.find(({ acquirer }) => acquirer.name === name);
  return {
    named(name) {
      const found = find(name);
      if (found === undefined) throw new Error(`No acquirer is named ${name} any more.`);
      return found.acquirer;
    },
    find: (name) => find(name)?.acquirer,
    all: () => listed.map(({ acquirer }) => acquirer),
    serves(name, use) {
      const found = find(name);
      return found !== undefined && serves(found, use);
    },
    uses(name, currencies) {
      const found = find(name);
      if (found === undefined) return { currencies: [] };
      return {
        ...(found.payees === undefined ? {} : { payees: [...found.payees] }),
        currencies: currencies.filter((currency) => serves(found, { currency })),
      };
    },
    choose: (use) => listed.find((each) => serves(each, use))?.acquirer,
    keyed: () =>
      takesKeyedCards ? listed.find(({ acquirer }) => acquirer.keyed_cards !== false)?.acquirer : undefined,
  };
}
