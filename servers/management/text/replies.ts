import type { GiftState } from '../../../kit/gift-state.ts';
import { maskName } from '../../../kit/names.ts';
import { PHONE_CHECK_REFUSALS } from '../../../kit/phone-checks.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import type { Offered } from '../offers/gifts-of-phone.ts';
import { endedAs } from '../orders/gift-state.ts';
import { isNameToConfirm } from '../orders/order-view.ts';
import type { DialogueReply } from './dialogue.ts';

/** The wording of the dialogue's replies. */
export function replyText(locale: Locale, reply: DialogueReply, order: Offered | undefined): string {
  const phrases = words(locale);
  switch (reply.key) {
    case 'ask_pin': {
      const { shop_name } = reply.offer;
      const question = phrases.t('dialogue.pin_prompt', { pin_digits: PIN_DIGITS_DEFAULT.min, shop_name });
      if (order === undefined || !isNameToConfirm(order)) return question;
      const name = maskName(order.recipient_name ?? '');
      return phrases.t('dialogue.name_to_confirm', { name, question });
    }
    case 'pin_refused': {
      const reason = phrases.problem(reply.code).detail;
      return phrases.t('dialogue.pin_refused', { reason, pin_digits: PIN_DIGITS_DEFAULT.min });
    }
    case 'pin_again':
      return phrases.t('dialogue.pin_again', { pin_digits: PIN_DIGITS_DEFAULT.min });
    case 'pin_differs':
      return phrases.t('dialogue.pin_differs', { pin_digits: PIN_DIGITS_DEFAULT.min });
    case 'offer_question':
      return order === undefined ? phrases.t('dialogue.no_offer') : questionText(locale, order);
    case 'refuse_question': {
      const { sender_name } = reply.offer;
      return reply.word === undefined
        ? phrases.t('dialogue.refuse_question', { sender_name })
        : phrases.t('dialogue.refuse_question_word', { sender_name, word: reply.word });
    }
    case 'stop_question':
      return phrases.t('dialogue.stop_question');
    case 'no_offer':
      return phrases.t('dialogue.no_offer');
    case 'help':
      return phrases.t('dialogue.help');
  }
}

export function questionText(locale: Locale, order: Offered): string {
  const { amount_minor, currency, sender_name } = order;
  const shop_name = shopName(locale, order);
  return words(locale).t('dialogue.offer_question', {
    shop_name,
    sender_name,
    amount: { amount_minor, currency },
  });
}

export function balanceText(
  locale: Locale,
  held: readonly (Offered & { remaining_minor: bigint })[],
): string {
  const phrases = words(locale);
  const lines = held
    .filter(({ remaining_minor }) => remaining_minor > 0n)
    .map((order) => {
      const remaining = { amount_minor: order.remaining_minor, currency: order.currency };
      return phrases.t('dialogue.balance_line', { shop_name: shopName(locale, order), remaining });
    });
  return lines.length === 0
    ? phrases.t('dialogue.balance_none')
    : phrases.t('dialogue.balance', { lines: lines.join('\n') });
}

/** These say by themselves why a gift isn't accepted now. */
const SAYING_WHY = [...PHONE_CHECK_REFUSALS, 'certificate_frozen'] as const;

export function offerClosedText(locale: Locale, code: string): string {
  const phrases = words(locale);
  if (code === 'already_accepted') return phrases.t('dialogue.already_accepted');
  if (code === 'already_refused') return phrases.t('dialogue.already_refused');
  if (code === 'offer_expired') return phrases.t('dialogue.offer_expired');
  const checked = SAYING_WHY.find((refusal) => refusal === code);
  if (checked !== undefined)
    return phrases.t('dialogue.not_accepted', { reason: phrases.problem(checked).detail });
  return phrases.t('dialogue.try_later');
}

/** A gift as its buyer is told of it. */
export type SentGift = Offered & { gift_state: GiftState; left_minor: bigint };

/** A buyer's gifts and their states. */
export function statusText(locale: Locale, sent: readonly SentGift[]): string {
  const phrases = words(locale);
  if (sent.length === 0) return phrases.t('dialogue.status_none');
  const lines = sent.map((order) => {
    const { amount_minor, currency } = order;
    return phrases.t('dialogue.status_line', {
      recipient: maskName(order.recipient_name ?? ''),
      shop_name: shopName(locale, order),
      amount: { amount_minor, currency },
      what: orderStatusText(locale, order),
    });
  });
  return phrases.t('dialogue.status', { lines: lines.join('\n') });
}

function orderStatusText(locale: Locale, gift: SentGift): string {
  const phrases = words(locale);
  const { gift_state, currency, answer_by } = gift;
  const state = phrases.t(`gift_state_of.${gift_state}`);
  if (gift_state === 'waiting' && answer_by !== null)
    return phrases.t('dialogue.status_until', { state, answer_by });
  if (gift_state === 'partly_used')
    return phrases.t('dialogue.status_left', { state, left: { amount_minor: gift.left_minor, currency } });
  const why = endedAs(gift);
  return why === null || why === gift_state
    ? state
    : phrases.t('dialogue.status_why', { state, why: phrases.t(`gift_state_of.${why}`) });
}

/** The sender and their message. */
export function senderText(locale: Locale, order: Offered | undefined): string {
  const phrases = words(locale);
  if (order === undefined) return phrases.t('dialogue.no_offer');
  const { sender_name, amount_minor, currency } = order;
  const about = {
    sender_name,
    shop_name: shopName(locale, order),
    amount: { amount_minor, currency },
    message: order.message ?? '',
  };
  return order.state === 'offered'
    ? phrases.t('dialogue.who_waiting', about)
    : phrases.t('dialogue.who', about);
}

export type PinResetPage = { shop_name: string; url: string };

export function forgotPinText(locale: Locale, places: readonly PinResetPage[]): string {
  const phrases = words(locale);
  if (places.length === 0) return phrases.t('dialogue.balance_none');
  const lines = places.map(({ shop_name, url }) => `${shop_name}: ${url}`);
  return phrases.t('dialogue.pin_forgotten', { lines: lines.join('\n') });
}

/** For a phone that can't have received a gift from us. */
export function strangerText(locale: Locale): string {
  return words(locale).t('dialogue.stranger');
}

export function tooManyText(locale: Locale, wait_s: number): string {
  return words(locale).t('dialogue.too_many', { minutes: Math.ceil(wait_s / 60) });
}

function shopName(locale: Locale, { shop_name_ko, shop_name_en }: Offered): string {
  return locale === 'ko' ? shop_name_ko : shop_name_en;
}
