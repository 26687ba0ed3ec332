import { inTransaction } from '../../../../kit/db/transaction.ts';
import type { ManagementContext } from '../../context.ts';
import { chooseLocale } from '../../orders/recipient/locale.ts';
import type { Effect, EffectResult } from '../dialogues/types.ts';
import type { Asking } from './asking.ts';
import { abandon, confirm, listGifts, listShops, logInByPhone, lookAtOrder, name, order } from './buy.ts';
import { askBalance, sendUnlockCode, unlock } from './holder.ts';
import { accept, callBack, refuseGift, stopCalls } from './receive.ts';

/** Does what a dialogue asks for, by the operations that every door uses. */
export function perform(context: ManagementContext, effect: Effect, asking: Asking): Promise<EffectResult> {
  switch (effect.kind) {
    case 'choose_locale':
      return rememberLocale(context, effect);
    case 'log_in':
      return logInByPhone(context, effect, asking);
    case 'list_shops':
      return listShops(context);
    case 'place_order':
      return order(context, effect, asking);
    case 'look_at_order':
      return lookAtOrder(context, effect);
    case 'name_recipient':
      return name(context, effect);
    case 'confirm':
      return confirm(context, effect);
    case 'abandon':
      return abandon(context, effect);
    case 'list_gifts':
      return listGifts(context, effect);
    case 'call_back':
      return callBack(context, effect, asking);
    case 'accept':
      return accept(context, effect, asking);
    case 'refuse':
      return refuseGift(context, effect);
    case 'stop_calls':
      return stopCalls(context, effect);
    case 'ask_balance':
      return askBalance(context, effect, asking);
    case 'send_unlock_code':
      return sendUnlockCode(context, effect, asking);
    case 'unlock':
      return unlock(context, effect, asking);
  }
}

/** A caller who hides their number chooses for this call only. */
async function rememberLocale(
  context: ManagementContext,
  { phone, locale }: Extract<Effect, { kind: 'choose_locale' }>,
): Promise<EffectResult> {
  if (phone !== null) await inTransaction(context.db, (tx) => chooseLocale(context, tx, phone, locale));
  return { kind: 'locale_chosen', locale };
}
