import {
  type ASK_BALANCE_REFUSALS,
  type AskBalance,
  type Balances,
  SEND_UNLOCK_CODE_REFUSALS,
  type SendUnlockCode,
  type UNLOCK_REFUSALS,
  type UnlockByProof,
} from '../../../contracts/shop-holders.ts';
import { done, knownRefusal, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { type HolderProof, openProof } from '../../../kit/sealed-pin.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { askCode, type CodeSent } from './ask-code.ts';
import type { Verification } from './openable.ts';
import { unlock } from './unlock.ts';
import { verifyOnLine } from './verify-on-line.ts';

/** A caller on the phone line, as their requests and codes are counted. */
function lineAsker(caller: string): string {
  return `voice:${caller}`;
}

export type SealedProof = { proof_id: string; caller: string; sealed_proof: string };

/** A holder on the phone: what they keyed in, and what it opened. */
export type ProvenHolder = Verification & Pick<HolderProof, 'phone' | 'pin' | 'new_pin' | 'code'>;

/** Phone number and PIN of a caller: the same check, limits and refusals as in the shop's own API. */
export async function verifyProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: SealedProof,
): Promise<Result<ProvenHolder, RefusalOf<typeof ASK_BALANCE_REFUSALS>>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin, new_pin, code } = proof.value;
  const verified = await verifyOnLine(context, { phone, pin }, caller);
  if (!verified.ok) return verified;
  const parsed = parsePhone(phone);
  return done({
    ...verified.value,
    phone: parsed.ok ? parsed.e164 : phone,
    pin,
    ...(new_pin === undefined ? {} : { new_pin }),
    ...(code === undefined ? {} : { code }),
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

/** Tells a caller's phone a code, which they key on the line. */
export async function sendUnlockCode(
  context: ShopContext,
  { caller, ...asked }: SendUnlockCode,
): Promise<
  Result<Pick<CodeSent, 'expires_in_minutes' | 'sent_by'>, RefusalOf<typeof SEND_UNLOCK_CODE_REFUSALS>>
> {
  const asker = lineAsker(caller);
  const sent = await askCode(context, 'unlock', asked, { address: asker, asker });
  if (!sent.ok) return refuse(knownRefusal(SEND_UNLOCK_CODE_REFUSALS, sent.code, 'rate_limited'), sent.extra);
  const { expires_in_minutes, sent_by } = sent.value;
  return done({ expires_in_minutes, sent_by });
}

/** Unlocks and sets a new PIN with the code that the phone was told. */
export async function unlockByProof(
  context: ShopContext,
  { proof_id, caller, sealed_proof }: UnlockByProof,
): Promise<Result<{ unlocked: number }, RefusalOf<typeof UNLOCK_REFUSALS>>> {
  const proof = await openProof(context.sealingKeys, sealed_proof, proof_id);
  if (!proof.ok) return proof;
  const { phone, pin, code = '' } = proof.value;
  const asker = lineAsker(caller);
  return unlock(context, { phone, code, new_pin: pin }, { address: asker, asker, on_line: true });
}
