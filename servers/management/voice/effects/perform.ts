import { inTransaction } from '../../../../kit/db/transaction.ts';
import { mainLocale } from '../../../../kit/format/locale.ts';
import type { ManagementContext } from '../../context.ts';
import { chooseLocale, knownLocale } from '../../orders/recipient/locale.ts';
import type { Effect, EffectResult } from '../dialogues/types.ts';
import {
  choosePhonePin,
  joinByPhone,
  lookUpAccount,
  proveMailCode,
  proveMember,
  sendMailCode,
  tellMemberNumber,
} from './account.ts';
import {
  abandon,
  confirm,
  listGifts,
  listShops,
  logInByPhone,
  lookAtOrder,
  nameRecipientByPhone,
  placeOrderByPhone,
} from './buy.ts';
import { chooseCallsByPhone, lookAtCalls } from './calls-wanted.ts';
import { addCard, askKeyedCards, sealCardPart, textCardLink } from './card.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';
import {
  askBalance,
  changePin,
  confirmHandOver,
  handOver,
  sendUnlockCode,
  takeHandOver,
  unlock,
} from './holder.ts';
import { told } from './news.ts';
import { accept, callBack, refuseGift } from './receive.ts';
import { listDistricts, listStores } from './stores.ts';

/** Performs a dialogue's effect with the same operations that the web uses. */
export function perform(context: ManagementContext, effect: Effect, call: EffectCall): Promise<EffectResult> {
  switch (effect.kind) {
    case 'choose_locale':
      return rememberLocale(context, effect);
    case 'log_in':
      return logInByPhone(context, effect, call);
    case 'list_shops':
      return listShops(context);
    case 'place_order':
      return placeOrderByPhone(context, effect, call);
    case 'look_at_order':
      return lookAtOrder(context, effect);
    case 'name_recipient':
      return nameRecipientByPhone(context, effect);
    case 'confirm':
      return confirm(context, effect, call);
    case 'abandon':
      return abandon(context, effect);
    case 'list_gifts':
      return listGifts(context, effect);
    case 'call_back':
      return callBack(context, effect, call);
    case 'accept':
      return accept(context, effect, call);
    case 'refuse':
      return refuseGift(context, effect);
    case 'look_at_calls':
      return lookAtCalls(context, effect);
    case 'choose_calls':
      return chooseCallsByPhone(context, effect);
    case 'told':
      return told(context, effect, call);
    case 'ask_balance':
      return askBalance(context, effect, call);
    case 'send_unlock_code':
      return sendUnlockCode(context, effect, call);
    case 'unlock':
      return unlock(context, effect, call);
    case 'take_hand_over':
      return takeHandOver(context, effect, call);
    case 'change_pin':
      return changePin(context, effect, call);
    case 'hand_over':
      return handOver(context, effect, call);
    case 'confirm_hand_over':
      return confirmHandOver(context, effect, call);
    case 'list_districts':
      return listDistricts(context, effect);
    case 'list_stores':
      return listStores(context, effect);
    case 'look_up_account':
      return lookUpAccount(context, call);
    case 'join':
      return joinByPhone(context, effect, call);
    case 'tell_member_number':
      return tellMemberNumber(context, call);
    case 'prove_member':
      return proveMember(context, effect, call);
    case 'send_mail_code':
      return sendMailCode(context, call);
    case 'prove_mail_code':
      return proveMailCode(context, effect, call);
    case 'choose_phone_pin':
      return choosePhonePin(context, effect, call);
    case 'ask_keyed_cards':
      return askKeyedCards(context, effect, call);
    case 'seal_card_part':
      return sealCardPart(context, effect, call);
    case 'add_card':
      return addCard(context, effect, call);
    case 'text_card_link':
      return textCardLink(context, effect, call);
  }
}

/**
 * For a caller with a withheld number the choice holds for this call only. Whoever reads Japanese or Chinese and is spoken
 * to in English goes on reading it.
 */
async function rememberLocale(
  context: ManagementContext,
  { phone, locale }: EffectOf<'choose_locale'>,
): Promise<EffectResult> {
  if (phone !== null)
    await inTransaction(context.db, async (tx) => {
      const read = await knownLocale(tx, phone);
      if (read === undefined || mainLocale(read) !== locale || read === locale)
        await chooseLocale(context, tx, phone, locale);
    });
  return { kind: 'locale_chosen', locale };
}
