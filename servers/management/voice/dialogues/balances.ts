import type { Utterance } from '../turn.ts';
import { say, shopName } from './say.ts';
import type { CallState, EffectResult } from './types.ts';

/** Of a certificate whose PIN was right: on which day it expired, if the shop said so. */
export function expiredText(state: CallState, result: EffectResult): Utterance {
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
