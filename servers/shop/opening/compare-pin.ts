import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { clearAll, giveBack, type LimitUse } from '../../../kit/limits.ts';
import { pinDigest, pinMatches } from '../../../kit/pin-digest.ts';
import {
  done,
  knownRefusal,
  type RefusalOf,
  type Result,
  refusals,
  refuse,
  rollBack,
} from '../../../kit/result.ts';
import { storePin } from '../certificates/set-pin.ts';
import type { ShopContext } from '../context.ts';
import {
  canBeOpened,
  endCodeNeed,
  type Openable,
  openFor,
  type Verification,
  whyNoneOpens,
} from './openable.ts';
import { spendPhoneCode } from './phone-codes.ts';
import { type Origin, tally } from './spraying.ts';

export type Comparison = {
  /** What is compared with, and the number that was given: one without certificates takes as long. */
  candidates: readonly Openable[];
  number: string;
  pin: string;
  origin: Origin;
  terminal_id: string | null;
  /** Counted beforehand, so that guesses sent together can't be more; taken back if the PIN is right. */
  reserved: readonly LimitUse[];
  /** Started afresh by a right PIN. */
  cleared?: readonly LimitUse[];
  /** A code that was right, to be used up with the PIN. */
  code_id?: string;
  /** Whether it counts towards spraying. */
  tallied?: boolean;
};

/**
 * Compares the PIN, for which attempts have been counted, and opens what it opens. No certificate and a wrong PIN get the
 * same answer after the same work. The right PIN of an expired certificate is told when that was, and that of a frozen one that it is.
 */
export async function comparePin(
  context: ShopContext,
  {
    candidates,
    number,
    pin,
    origin,
    terminal_id,
    reserved,
    cleared = [],
    code_id,
    tallied = true,
  }: Comparison,
): Promise<Result<Verification, RefusalOf<typeof PIN_REFUSED> | 'verification_code_wrong'>> {
  const ring = context.secrets.keyRing('pin_hmac');
  const matched = candidates.filter(({ certificate_id, phone, pin_digest, pin_key_version }) =>
    pinMatches(ring, { digest: pin_digest, key_version: pin_key_version }, { certificate_id, phone, pin }),
  );
  if (candidates.length === 0) pinDigest(ring, { certificate_id: newId(), phone: number, pin });
  const wasWrong = matched.length === 0;
  await Promise.all([
    ...(tallied ? [tally(context, { origin, wasWrong })] : []),
    ...(wasWrong ? [] : [giveBack(reserved), clearAll(cleared)]),
  ]);
  if (wasWrong) return refuse('pin_or_phone_wrong');
  const opened = matched.filter(canBeOpened);
  if (opened.length === 0) return whyNoneOpens(context, matched);
  const { current } = ring;
  const outdated = opened.filter(({ pin_key_version }) => pin_key_version !== current);
  const endsCodeNeed =
    (terminal_id !== null || code_id !== undefined) &&
    opened.some(({ code_needed_since }) => code_needed_since !== null);
  const verification = openFor(context, opened, {
    terminal_id,
    shut: matched.filter((openable) => !canBeOpened(openable)),
  });
  if (code_id === undefined && outdated.length === 0 && !endsCodeNeed) return done(verification);
  return inTransaction(context.db, async (tx) => {
    if (code_id !== undefined && !(await spendPhoneCode(context, tx, code_id)))
      return rollBack(refuse('verification_code_wrong'));
    await storeUnderCurrentKey(context, tx, outdated, pin);
    if (endsCodeNeed) await endCodeNeed(tx, opened);
    return done(verification);
  });
}

const PIN_REFUSED = refusals('certificate_frozen', 'certificate_expired', 'pin_or_phone_wrong');

/** Where no code goes with the PIN, none can have been used up. */
export async function comparePinAlone(
  context: ShopContext,
  comparison: Omit<Comparison, 'code_id'>,
): Promise<Result<Verification, RefusalOf<typeof PIN_REFUSED>>> {
  const compared = await comparePin(context, comparison);
  if (compared.ok) return compared;
  return refuse(knownRefusal(PIN_REFUSED, compared.code, 'pin_or_phone_wrong'), compared.extra);
}

/** Whoever knows the PIN is the only chance to store it under a key that was rotated. */
async function storeUnderCurrentKey(
  context: ShopContext,
  tx: Tx,
  outdated: readonly Openable[],
  pin: string,
): Promise<void> {
  const [first] = outdated;
  if (first !== undefined) await storePin(context, tx, outdated, { phone: first.phone, pin });
}
