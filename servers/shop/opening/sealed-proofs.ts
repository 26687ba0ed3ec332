import type {
  ASK_BALANCE_REFUSALS,
  AskBalance,
  Balances,
  UNLOCK_REFUSALS,
  UnlockByProof,
} from '../../../contracts/shop-certificates.ts';
import { done, type RefusalOf, type Result } from '../../../kit/result.ts';
import { type HolderProof, openProof } from '../../../kit/sealed-pin.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { unlock } from './unlock.ts';
import { type Verification, verify } from './verify.ts';

export type SealedProof = { proof_id: string; caller: string; sealed_proof: string };

/** A holder on the phone: what they keyed in, and what it opened. */
export type ProvenHolder = Verification & Pick<HolderProof, 'phone' | 'pin' | 'new_pin'>;

/** Phone number and PIN of a caller: the same check, limits and refusals as in the shop's own API. */
export async function verifyProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: SealedProof,
): Promise<Result<ProvenHolder, RefusalOf<typeof ASK_BALANCE_REFUSALS>>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin, new_pin } = proof.value;
  const verified = await verify(context, { phone, pin }, { terminal_id: null, key: `voice:${caller}` });
  if (!verified.ok) return verified;
  const parsed = parsePhone(phone);
  return done({
    ...verified.value,
    phone: parsed.ok ? parsed.e164 : phone,
    pin,
    ...(new_pin === undefined ? {} : { new_pin }),
  });
}

/** The balances that phone number and PIN open. */
export async function balanceByProof(
  context: ShopContext,
  asked: AskBalance,
): Promise<Result<Balances, RefusalOf<typeof ASK_BALANCE_REFUSALS>>> {
  const proven = await verifyProof(context, asked);
  if (!proven.ok) return proven;
  return done({
    certificates: proven.value.certificates.map(({ last4, balance_minor, currency, expires_at }) => ({
      last4,
      balance_minor,
      currency,
      expires_at,
    })),
  });
}

/** Unlocks and sets a new PIN with the code that the phone was told. */
export async function unlockByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: UnlockByProof,
): Promise<Result<{ unlocked: number }, RefusalOf<typeof UNLOCK_REFUSALS>>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin, code = '' } = proof.value;
  return unlock(context, { phone, code, new_pin: pin }, `voice:${caller}`);
}
