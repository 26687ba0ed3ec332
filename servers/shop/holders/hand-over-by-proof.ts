import type { HAND_OVER_BY_PROOF_REFUSALS, HandOverByProof } from '../../../contracts/shop-certificates.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import type { SentBy } from '../messages/tell.ts';
import type { OpenedCertificate } from '../opening/openable.ts';
import { verifyProof } from '../opening/sealed-proofs.ts';
import { beginHandOver, countHandOver, type HandOverInput } from './hand-over.ts';

type Refused = RefusalOf<typeof HAND_OVER_BY_PROOF_REFUSALS>;

/** What a caller's phone number and PIN opened, and which of it they hand over to whom. */
export type ProvenHandOver = { token: string; input: HandOverInput };

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
  tx: Executor,
  handOverId: string,
  { token, input }: ProvenHandOver,
): Promise<Result<{ expires_at: string; sent_by: SentBy }, Refused>> {
  const begun = await beginHandOver(context, tx, token, handOverId, input);
  if (!begun.ok) return begun;
  const { expires_at, sent_by } = begun.value;
  return done({ expires_at, sent_by });
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
