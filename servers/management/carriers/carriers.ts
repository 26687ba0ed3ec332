import type { Clock } from '../../../kit/clock.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { forgetSilence, noteSilence, silenceOf } from '../../../kit/due/silent-parties.ts';
import type { Logger } from '../../../kit/log.ts';
import { rangeMatch } from '../../../kit/number-ranges.ts';
import { phoneRegion } from '../../../kit/phone.ts';
import type { Carrier, CarrierAnswer } from './port.ts';

/** An operator with what it is asked about. */
export type ListedCarrier = {
  carrier: Carrier;
  /** Countries, such as KR, whose numbers it may have. */
  countries: readonly string[];
  /** First digits of the numbers it was given. Their owners may have taken them to another operator since. */
  ranges: readonly string[];
};

export type NameLookUp =
  | { kind: 'found'; name: string }
  | { kind: 'not_found' }
  | { kind: 'unknown'; reason: string }
  /** No operator that we can ask has numbers of this country. */
  | { kind: 'no_look_up' };

/** All operators as one. */
export type Carriers = {
  /** Those that are asked, as the operator of this server named them. */
  names: readonly string[];
  lookUpName(phone: string): Promise<NameLookUp>;
  /** Whether the number changed hands since a moment; undefined if that is not known. */
  wasRecycledSince(phone: string, since: Date): Promise<boolean | undefined>;
  /** Whether the number's SIM was changed within so many hours; undefined if that is not known. */
  wasSimSwapped(phone: string, hours: number): Promise<boolean | undefined>;
};

type Asker = { db: Db; clock: Clock; log: Logger };

/**
 * Operators are asked one after the other: first the one that has the number's range, then the others of its country in the
 * order of the list, since owners take numbers along. The first one whose number it is decides. Only if all have said that
 * it is not theirs does nobody have it. One that left several requests unanswered is spared for a while, in every process.
 */
export function carriersOf(listed: readonly ListedCarrier[], asker: Asker): Carriers {
  const ask = <T>(phone: string, question: (carrier: Carrier) => Promise<CarrierAnswer<T>>) =>
    askInOrder(inOrder(listed, phone), asker, question);
  const known = <T>(answer: CarrierAnswer<T>) => (answer.kind === 'answered' ? answer.value : undefined);
  return {
    names: listed.map(({ carrier }) => carrier.name),
    async lookUpName(phone) {
      if (inOrder(listed, phone).length === 0) return { kind: 'no_look_up' };
      const answer = await ask(phone, (carrier) => carrier.lookUpName(phone));
      if (answer.kind === 'answered') return { kind: 'found', name: answer.value };
      return answer.kind === 'not_theirs'
        ? { kind: 'not_found' }
        : { kind: 'unknown', reason: answer.reason };
    },
    wasRecycledSince: async (phone, since) =>
      known(await ask(phone, (carrier) => carrier.wasRecycledSince(phone, since))),
    wasSimSwapped: async (phone, hours) =>
      known(await ask(phone, (carrier) => carrier.wasSimSwapped(phone, hours))),
  };
}

function inOrder(listed: readonly ListedCarrier[], phone: string): Carrier[] {
  const country = phoneRegion(phone);
  return listed
    .filter(({ countries }) => country !== undefined && countries.includes(country))
    .toSorted((a, b) => rangeMatch(phone, b.ranges) - rangeMatch(phone, a.ranges))
    .map(({ carrier }) => carrier);
}

async function askInOrder<T>(
  carriers: readonly Carrier[],
  asker: Asker,
  question: (carrier: Carrier) => Promise<CarrierAnswer<T>>,
): Promise<CarrierAnswer<T>> {
  let last: CarrierAnswer<T> = { kind: 'not_theirs' };
  for (const carrier of carriers) {
    const answer = await askOne(carrier, asker, question);
    if (answer.kind === 'answered') return answer;
    // What one of them did not say, another one's "not mine" does not settle.
    if (answer.kind === 'unknown') last = answer;
  }
  return last;
}

async function askOne<T>(
  carrier: Carrier,
  { db, clock, log }: Asker,
  question: (carrier: Carrier) => Promise<CarrierAnswer<T>>,
): Promise<CarrierAnswer<T>> {
  const party = `carrier:${carrier.name}`;
  const silence = await silenceOf(db, party, clock());
  if (!silence.mayAsk) return { kind: 'unknown', reason: 'spared', silent: false };
  const answer = await question(carrier);
  if (answer.kind === 'unknown') log.warn({ party, reason: answer.reason }, 'an operator gave no answer');
  if (answer.kind === 'unknown' && answer.silent)
    await noteSilence(db, party, { kind: 'unknown', reason: 'timed_out' }, clock());
  else if (silence.isNoted) await forgetSilence(party).execute(db);
  return answer;
}
