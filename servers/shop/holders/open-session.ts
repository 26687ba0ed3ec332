import { done, type RefusalOf, type Result, refusals } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { type AfarCaller, type AfarProof, VERIFY_AFAR_REFUSALS, verifyAfar } from '../opening/verify-afar.ts';
import { type HeldCertificate, LIST_HELD_REFUSALS, listHeld } from './held-certificates.ts';

export type HolderSession = { session_token: string; expires_at: string; certificates: HeldCertificate[] };

export const OPEN_HOLDER_SESSION_REFUSALS = refusals(...VERIFY_AFAR_REFUSALS, ...LIST_HELD_REFUSALS);

/**
 * Opens a holder's session by phone number and PIN, and a code where one is needed: a verification without a terminal.
 */
export async function openHolderSession(
  context: ShopContext,
  proof: AfarProof,
  caller: AfarCaller,
): Promise<Result<HolderSession, RefusalOf<typeof OPEN_HOLDER_SESSION_REFUSALS>>> {
  const verified = await verifyAfar(context, proof, caller);
  if (!verified.ok) return verified;
  const { verification_token: session_token, expires_at } = verified.value;
  const held = await listHeld(context, session_token);
  return held.ok ? done({ session_token, expires_at, certificates: held.value }) : held;
}
