import type { AskBalance, Balances, UnlockByProof } from '../../../contracts/shop-certificates.ts';
import { type AnyRefusal, done, type Result } from '../../../kit/result.ts';
import { openProof } from '../../../kit/sealed-pin.ts';
import type { ShopContext } from '../context.ts';
import { unlock } from './unlock.ts';
import { verify } from './verify.ts';

/**
 * What phone number and PIN open, for somebody on the telephone: the same look, limits and answers as at the shop's own
 * doors. Refusals in order: sealed_pin_unreadable, those of `verify`.
 */
export async function balanceByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: AskBalance,
): Promise<Result<Balances, AnyRefusal>> {
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

/** A new PIN by the code that was sent. Refusals in order: sealed_pin_unreadable, those of `unlock`. */
export async function unlockByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: UnlockByProof,
): Promise<Result<{ unlocked: number }, AnyRefusal>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin, code = '' } = proof.value;
  return unlock(context, { phone, code, new_pin: pin }, `voice:${caller}`);
}
