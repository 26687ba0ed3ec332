import type { Utterance } from '../turn.ts';
import { say, shopName } from './say.ts';
import type { CallState, EffectResult } from './types.ts';

/** Why certificates can't be used, though their PIN was right. */
const CLOSED: ReadonlySet<string> = new Set(['certificate_frozen', 'certificate_expired']);

export function isClosed(code: string): boolean {
  return CLOSED.has(code);
}

/** That it is frozen, or on which day it expired, if the shop said so. */
export function closedText(state: CallState, result: EffectResult): Utterance {
  if (result.kind === 'refused' && result.code === 'certificate_frozen')
    return say(state, 'voice.certificate_frozen');
  const expired_on = result.kind === 'refused' ? result.expired_on : undefined;
  return expired_on === undefined
    ? say(state, 'voice.certificate_expired')
    : say(state, 'voice.certificate_expired_on', { expired_on });
}

/** Reads out each of the holder's certificates: what is left, and until when. */
export function balanceTexts(state: CallState): Utterance[] {
  const { balances = [], holder_shop } = state.facts;
  if (holder_shop === undefined) return [];
  const shop_name = shopName(state, holder_shop);
  return balances.map(({ amount_minor, currency, expires_at }) =>
    say(state, 'voice.balance', {
      shop_name,
      remaining: { amount_minor, currency },
      valid_until_at: expires_at,
    }),
  );
}
