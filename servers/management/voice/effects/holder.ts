import { Value } from 'typebox/value';
import {
  Balances,
  HandOverBegun,
  HandOverOpened,
  HOLDER_PATHS,
  UnlockCodeSent,
} from '../../../../contracts/shop-holders.ts';
import { openText } from '../../../../kit/sealed-text.ts';
import type { ManagementContext } from '../../context.ts';
import { askShop, askShopWithProof, type ShopAnswer } from '../../offers/ask-shop.ts';
import type { BalanceFact, EffectResult } from '../dialogues/types.ts';
import { callerOf, refusedWith } from './ask-shop.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

/** The balances of the certificates that a phone number and PIN open at a shop. */
export async function askBalance(
  context: ManagementContext,
  { party, phone, pin }: EffectOf<'ask_balance'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const answer = await askShopWithProof(context, callerOf(context, call), {
    party,
    path: HOLDER_PATHS.balanceInquiries,
    keyed: { phone, pin },
  });
  const balances = balancesIn(answer);
  return balances === undefined ? refusedWith(answer) : { kind: 'balances', balances };
}

function balancesIn(answer: ShopAnswer): BalanceFact[] | undefined {
  if (!answer.ok || !Value.Check(Balances, answer.json)) return undefined;
  return answer.json.certificates.map(({ balance_minor, ...certificate }) => ({
    amount_minor: balance_minor,
    ...certificate,
  }));
}

export async function sendUnlockCode(
  context: ManagementContext,
  { party, phone, locale, by_call }: EffectOf<'send_unlock_code'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const by = by_call ? { by: 'call' } : {};
  const body = { phone, locale, caller: callerOf(context, call), ...by };
  const answer = await askShop(context, { party, path: HOLDER_PATHS.unlockCodes, body });
  return answer.ok && Value.Check(UnlockCodeSent, answer.json)
    ? { kind: 'code_sent', by: answer.json.sent_by ?? 'text' }
    : refusedWith(answer);
}

export async function unlock(
  context: ManagementContext,
  { party, phone, code_sealed, new_pin }: EffectOf<'unlock'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const code = opened(context, call.call_id, code_sealed);
  const answer = await askShopWithProof(context, callerOf(context, call), {
    party,
    path: HOLDER_PATHS.unlocks,
    keyed: { phone, pin: new_pin, code },
  });
  return answer.ok ? { kind: 'pin_set' } : refusedWith(answer);
}

export async function changePin(
  context: ManagementContext,
  { party, phone, pin_sealed, new_pin }: EffectOf<'change_pin'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const pin = opened(context, call.call_id, pin_sealed);
  const answer = await askShopWithProof(context, callerOf(context, call), {
    party,
    path: HOLDER_PATHS.pinChanges,
    keyed: { phone, pin, new_pin },
  });
  return answer.ok ? { kind: 'pin_set' } : refusedWith(answer);
}

/** The holder's own phone is told a code by the shop: by text, or by a call of ours. */
export async function handOver(
  context: ManagementContext,
  { party, phone, pin_sealed, to_phone, last4, locale, by_call }: EffectOf<'hand_over'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const pin = opened(context, call.call_id, pin_sealed);
  const answer = await askShopWithProof(context, callerOf(context, call), {
    party,
    path: HOLDER_PATHS.handOvers,
    keyed: { phone, pin },
    body: { to_phone, last4, locale, ...(by_call ? { by: 'call' } : {}) },
  });
  return answer.ok && Value.Check(HandOverBegun, answer.json)
    ? { kind: 'hand_over_begun', by: answer.json.sent_by }
    : refusedWith(answer);
}

/** With the holder's code, the other phone is told one, too. */
export async function confirmHandOver(
  context: ManagementContext,
  { party, phone, pin_sealed, code_sealed, locale }: EffectOf<'confirm_hand_over'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const pin = opened(context, call.call_id, pin_sealed);
  const code = opened(context, call.call_id, code_sealed);
  const answer = await askShopWithProof(context, callerOf(context, call), {
    party,
    path: HOLDER_PATHS.handOverConfirmations,
    keyed: { phone, pin, code },
    body: { locale },
  });
  if (!answer.ok || !Value.Check(HandOverOpened, answer.json)) return refusedWith(answer);
  const { sent_by, expires_at } = answer.json;
  return { kind: 'handed_over', by: sent_by, until: expires_at };
}

/** Takes what was handed over to a number. The shop needs a name for it: its own member's, or the carrier's subscriber's. */
export async function takeHandOver(
  context: ManagementContext,
  { party, phone, code_sealed, new_pin }: EffectOf<'take_hand_over'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const subscriber = await context.carriers.lookUpName(phone);
  const code = opened(context, call.call_id, code_sealed);
  const answer = await askShopWithProof(context, callerOf(context, call), {
    party,
    path: HOLDER_PATHS.handOverAcceptances,
    keyed: { phone, pin: new_pin, code },
    body: subscriber.kind === 'found' ? { name: subscriber.name } : {},
  });
  const balances = balancesIn(answer);
  return balances === undefined ? refusedWith(answer) : { kind: 'taken', balances };
}

function opened(context: ManagementContext, callId: string, sealed: string): string {
  return openText(context, callId, Buffer.from(sealed, 'base64'));
}
