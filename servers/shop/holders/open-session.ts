import { done, type RefusalOf, type Result, refusals } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { VERIFY_REFUSALS, verify } from '../opening/verify.ts';
import { type HeldCertificate, LIST_HELD_REFUSALS, listHeld } from './held-certificates.ts';

export type HolderSession = { session_token: string; expires_at: string; certificates: HeldCertificate[] };

export const OPEN_HOLDER_SESSION_REFUSALS = refusals(...VERIFY_REFUSALS, ...LIST_HELD_REFUSALS);

/**
 * Opens a holder's session by phone number and PIN: a verification without a terminal, counted and limited as at a till,
 * and locking the certificate just the same.
 */
export async function openHolderSession(
  context: ShopContext,
  input: { phone: string; pin: string },
  address: string,
): Promise<Result<HolderSession, RefusalOf<typeof OPEN_HOLDER_SESSION_REFUSALS>>> {
  const verified = await verify(context, input, { terminal_id: null, key: `web:${address}` });
  if (!verified.ok) return verified;
  const { verification_token: session_token, expires_at } = verified.value;
  const held = await listHeld(context, session_token);
  return held.ok ? done({ session_token, expires_at, certificates: held.value }) : held;
}
