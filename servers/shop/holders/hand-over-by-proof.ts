import type {
  CONFIRM_HAND_OVER_BY_PROOF_REFUSALS,
  ConfirmHandOverByProof,
  HAND_OVER_BY_PROOF_REFUSALS,
  HandOverByProof,
} from '../../../contracts/shop-holders.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import type { SentBy } from '../messages/tell.ts';
import type { OpenedCertificate } from '../opening/openable.ts';
import type { ProvenPhone } from '../opening/phone-codes.ts';
import { verifyProof } from '../opening/sealed-proofs.ts';
import { type Confirmation, confirmHandOver, guessHolderCode } from './confirm-hand-over.ts';
import { beginHandOver, countHandOver, type HandOver, type HandOverInput } from './hand-over.ts';

type Refused = RefusalOf<typeof HAND_OVER_BY_PROOF_REFUSALS>;
type NotConfirmed = RefusalOf<typeof CONFIRM_HAND_OVER_BY_PROOF_REFUSALS>;

/** What a caller's phone number and PIN opened, and which of it they hand over to whom. */
export type ProvenHandOver = { token: string; input: HandOverInput };

/** The same, with the holder's code. */
export type ProvenConfirmation = { token: string; input: Confirmation; proven: ProvenPhone };

type Step = { expires_at: string; sent_by: SentBy };

/** Checks phone number and PIN and counts the code, as `countHandOver` does for a holder's session. */
export async function countHandOverByProof(
  context: ShopContext,
  asked: HandOverByProof,
): Promise<Result<ProvenHandOver, Refused>> {
  const proven = await verifyProof(context, asked);
  if (!proven.ok) return proven;
  const { verification_token: token, certificates } = proven.value;
  const chosen = choose(certificates, asked.last4);
  if (chosen === undefined) return refuse('certificate_not_found');
  const { to_phone: phone, locale, by } = asked;
  const input = { certificate_id: chosen.certificate_id, phone, locale, by };
  const counted = await countHandOver(context, token, input);
  return counted.ok ? done({ token, input }) : counted;
}

/** As `beginHandOver`, for a caller on management's phone line. */
export async function beginHandOverByProof(
  context: ShopContext,
  tx: Tx,
  handOverId: string,
  { token, input }: ProvenHandOver,
): Promise<Result<Step, Refused>> {
  const begun = await beginHandOver(context, tx, token, handOverId, input);
  return begun.ok ? done(stepOf(begun.value)) : begun;
}

/** Checks phone number and PIN, and counts the guess at the holder's code, as `guessHolderCode` does for a session. */
export async function guessHolderCodeByProof(
  context: ShopContext,
  asked: ConfirmHandOverByProof,
): Promise<Result<ProvenConfirmation, NotConfirmed>> {
  const opened = await verifyProof(context, asked);
  if (!opened.ok) return opened;
  const { verification_token: token, certificates, code = '' } = opened.value;
  const certificate_id = await begunLast(context, certificates);
  if (certificate_id === undefined) return refuse('hand_over_not_found');
  const guessed = await guessHolderCode(context, token, { certificate_id, code });
  const { locale, by } = asked;
  return guessed.ok ? done({ token, input: { certificate_id, locale, by }, proven: guessed.value }) : guessed;
}

/** As `confirmHandOver`, for a caller on management's phone line. */
export async function confirmHandOverByProof(
  context: ShopContext,
  tx: Tx,
  { token, input, proven }: ProvenConfirmation,
): Promise<Result<Step, NotConfirmed>> {
  const opened = await confirmHandOver(context, tx, token, input, proven);
  return opened.ok ? done(stepOf(opened.value)) : opened;
}

function stepOf({ expires_at, sent_by }: HandOver): Step {
  return { expires_at, sent_by };
}

/** The certificate that was begun to be handed over last. */
async function begunLast(
  context: ShopContext,
  opened: readonly OpenedCertificate[],
): Promise<string | undefined> {
  const ids = opened.map(({ certificate_id }) => certificate_id);
  const found = await sql<{ certificate_id: string }>`
    select certificate_id from hand_overs where certificate_id = any(${ids}::uuid[]) and state = 'begun'
    order by created_at desc, hand_over_id desc limit 1`.execute(context.db);
  return found.rows[0]?.certificate_id;
}

/** The only one, or the named one; of two with the same last digits, the one that expires first. */
function choose(
  opened: readonly OpenedCertificate[],
  last4: string | undefined,
): OpenedCertificate | undefined {
  if (last4 === undefined) return opened.length === 1 ? opened[0] : undefined;
  return opened
    .filter((certificate) => certificate.last4 === last4)
    .toSorted((a, b) => a.expires_at.localeCompare(b.expires_at))[0];
}
