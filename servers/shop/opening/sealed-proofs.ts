import type {
  ASK_BALANCE_REFUSALS,
  AskBalance,
  Balances,
  UNLOCK_REFUSALS,
  UnlockByProof,
} from '../../../contracts/shop-certificates.ts';
import { done, type RefusalOf, type Result } from '../../../kit/result.ts';
import { openProof } from '../../../kit/sealed-pin.ts';
import type { ShopContext } from '../context.ts';
import { unlock } from './unlock.ts';
import { verify } from './verify.ts';

/**
 * The balances that phone number and PIN open, for a caller on the phone: the same check, limits and refusals as in the
 * shop's own API.
 */
export async function balanceByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: AskBalance,
): Promise<Result<Balances, RefusalOf<typeof ASK_BALANCE_REFUSALS>>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin } = proof.value;
  const verified = await verify(context, { phone, pin }, { terminal_id: null, key: `voice:${caller}` });
  if (!verified.ok) return verified;
  return done({
    certificates: verified.value.certificates.map(({ last4, balance_minor, currency, expires_at }) => ({
      last4,
      balance_minor,
      currency,
      expires_at,
    })),
  });
}

/** Unlocks and sets a new PIN with the code from the text message. */
export async function unlockByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: UnlockByProof,
): Promise<Result<{ unlocked: number }, RefusalOf<typeof UNLOCK_REFUSALS>>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin, code = '' } = proof.value;
  return unlock(context, { phone, code, new_pin: pin }, `voice:${caller}`);
}
