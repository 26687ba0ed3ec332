import {
  type Balances,
  TAKE_HAND_OVER_REFUSALS,
  type TakeHandOver,
} from '../../../contracts/shop-holders.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, knownRefusal, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { openProof } from '../../../kit/sealed-pin.ts';
import type { ShopContext } from '../context.ts';
import type { ProvenPhone } from '../opening/phone-codes.ts';
import { acceptHandOver, guessHandOverCode } from './accept-hand-over.ts';

type Refused = RefusalOf<typeof TAKE_HAND_OVER_REFUSALS>;

/** Whose code was right, and the PIN and name of the new holder. */
export type ProvenTaker = { proven: ProvenPhone; name: string; new_pin: string };

/** Counts the attempt, then compares the code, as `guessHandOverCode` does for the page. */
export async function guessHandOverCodeByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof, name }: TakeHandOver,
): Promise<Result<ProvenTaker, Refused>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, code = '', pin: new_pin } = proof.value;
  const guessed = await guessHandOverCode(context, { phone, code }, `voice:${caller}`);
  if (!guessed.ok) return guessed;
  const known = (await memberName(context, guessed.value.phone)) ?? name;
  return known === undefined
    ? refuse('recipient_unknown')
    : done({ proven: guessed.value, name: known, new_pin });
}

/** As `acceptHandOver`, for a caller on management's phone line. */
export async function acceptHandOverByProof(
  context: ShopContext,
  tx: Tx,
  { proven, ...input }: ProvenTaker,
): Promise<Result<Balances, Refused>> {
  const accepted = await acceptHandOver(context, tx, input, proven);
  if (!accepted.ok) return refuse(knownRefusal(TAKE_HAND_OVER_REFUSALS, accepted.code, 'recipient_unknown'));
  return done({
    certificates: accepted.value.certificates.map(({ certificate_id: _id, ...certificate }) => certificate),
  });
}

async function memberName(context: ShopContext, phone: string): Promise<string | undefined> {
  const found = await sql<{ name: string }>`
    select name from members where phone = ${phone} and left_at is null and name is not null`.execute(
    context.db,
  );
  return found.rows[0]?.name;
}
