import { maskName } from '../../../kit/names.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import type { Offered } from '../offers/gifts-of-phone.ts';
import type { DialogueReply } from './dialogue.ts';

/** What the dialogue says, in words. */
export function replyText(locale: Locale, reply: DialogueReply, about: Offered | undefined): string {
  const said = words(locale);
  switch (reply.key) {
    case 'ask_pin': {
      const { shop_name } = reply.offer;
      return said.t('dialogue.pin_prompt', { pin_digits: PIN_DIGITS_DEFAULT.min, shop_name });
    }
    case 'pin_refused': {
      const reason = said.problem(reply.code).detail;
      return said.t('dialogue.pin_refused', { reason, pin_digits: PIN_DIGITS_DEFAULT.min });
    }
    case 'pin_again':
      return said.t('dialogue.pin_again', { pin_digits: PIN_DIGITS_DEFAULT.min });
    case 'pin_differs':
      return said.t('dialogue.pin_differs', { pin_digits: PIN_DIGITS_DEFAULT.min });
    case 'offer_question':
      return about === undefined ? said.t('dialogue.no_offer') : questionText(locale, about);
    case 'refuse_question': {
      const { sender_name } = reply.offer;
      return reply.word === undefined
        ? said.t('dialogue.refuse_question', { sender_name })
        : said.t('dialogue.refuse_question_word', { sender_name, word: reply.word });
    }
    case 'no_offer':
      return said.t('dialogue.no_offer');
    case 'help':
      return said.t('dialogue.help');
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
  const said = words(locale);
  const lines = held
    .filter(({ remaining_minor }) => remaining_minor > 0n)
    .map((order) => {
      const remaining = { amount_minor: order.remaining_minor, currency: order.currency };
      return said.t('dialogue.balance_line', { shop_name: shopName(locale, order), remaining });
    });
  return lines.length === 0
    ? said.t('dialogue.balance_none')
    : said.t('dialogue.balance', { lines: lines.join('\n') });
}

export function offerClosedText(locale: Locale, code: string): string {
  const said = words(locale);
  if (code === 'already_accepted') return said.t('dialogue.already_accepted');
  if (code === 'already_refused') return said.t('dialogue.already_refused');
  if (code === 'offer_expired') return said.t('dialogue.offer_expired');
  return said.t('dialogue.try_later');
}

/** A buyer's gifts and what became of each. */
export function statusText(locale: Locale, sent: readonly (Offered & { remaining_minor: bigint })[]): string {
  const said = words(locale);
  if (sent.length === 0) return said.t('dialogue.status_none');
  const lines = sent.map((order) => {
    const { amount_minor, currency } = order;
    return said.t('dialogue.status_line', {
      recipient: maskName(order.recipient_name ?? ''),
      shop_name: shopName(locale, order),
      amount: { amount_minor, currency },
      what: orderStatusText(locale, order),
    });
  });
  return said.t('dialogue.status', { lines: lines.join('\n') });
}

function orderStatusText(locale: Locale, order: Offered & { remaining_minor: bigint }): string {
  const said = words(locale);
  const { state, end_reason, currency, remaining_minor, answer_by } = order;
  if (state === 'accepted' || state === 'issued')
    return said.t('dialogue.status_accepted', { remaining: { amount_minor: remaining_minor, currency } });
  if (state === 'offered' && answer_by !== null) return said.t('dialogue.status_waiting', { answer_by });
  if (state === 'scheduled') return said.t('dialogue.status_scheduled');
  if (end_reason === 'refused') return said.t('dialogue.status_refused');
  if (end_reason === 'not_answered') return said.t('dialogue.status_expired');
  return end_reason === null ? said.t('dialogue.status_under_way') : said.t('dialogue.status_cancelled');
}

/** Who sent it, and what they said with it. */
export function senderText(locale: Locale, order: Offered | undefined): string {
  const said = words(locale);
  if (order === undefined) return said.t('dialogue.no_offer');
  const { sender_name, amount_minor, currency } = order;
  const about = {
    sender_name,
    shop_name: shopName(locale, order),
    amount: { amount_minor, currency },
    message: order.message ?? '',
  };
  return order.state === 'offered' ? said.t('dialogue.who_waiting', about) : said.t('dialogue.who', about);
}

export type PinResetPage = { shop_name: string; url: string };

export function forgotPinText(locale: Locale, places: readonly PinResetPage[]): string {
  const said = words(locale);
  if (places.length === 0) return said.t('dialogue.balance_none');
  const lines = places.map(({ shop_name, url }) => `${shop_name}: ${url}`);
  return said.t('dialogue.pin_forgotten', { lines: lines.join('\n') });
}

/** To a phone that no gift can have come to, or abroad with nothing to do with us. */
export function strangerText(locale: Locale): string {
  return words(locale).t('dialogue.stranger');
}

export function tooManyText(locale: Locale, wait_s: number): string {
  return words(locale).t('dialogue.too_many', { minutes: Math.ceil(wait_s / 60) });
}

function shopName(locale: Locale, { shop_name_ko, shop_name_en }: Offered): string {
  return locale === 'en' ? shop_name_en : shop_name_ko;
}
