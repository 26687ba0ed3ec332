import { keyedDigest } from '../../../../kit/keyed-digest.ts';
import type { ManagementContext } from '../../context.ts';
import type { ShopAnswer } from '../../offers/ask-shop.ts';
import type { CallRow } from '../call-rows.ts';
import type { EffectResult } from '../dialogues/types.ts';

/** A pseudonym by which the shop counts a caller's guesses, without learning who they are. */
export function callerOf({ secrets }: ManagementContext, { phone, line }: CallRow): string {
  return keyedDigest(secrets.keyRing('token_pepper'), 'voice_caller', phone ?? line).digest.toString(
    'base64url',
  );
}

/** What the dialogue makes of an answer that is no success. */
export function refusedWith(answer: ShopAnswer): EffectResult {
  if (answer.ok) return { kind: 'refused', code: 'service_unavailable' };
  const { ok: _refused, ...refusal } = answer;
  return { kind: 'refused', ...refusal };
}
