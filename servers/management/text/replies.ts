import { type Locale, words } from '../../../kit/messages/index.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import type { DialogueReply } from './dialogue.ts';
import type { Offered } from './gifts-of-phone.ts';

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

export function closedText(locale: Locale, code: string): string {
  const said = words(locale);
  if (code === 'already_accepted') return said.t('dialogue.already_accepted');
  if (code === 'already_refused') return said.t('dialogue.already_refused');
  if (code === 'offer_expired') return said.t('dialogue.offer_expired');
  return said.t('dialogue.try_later');
}

export function tooManyText(locale: Locale, wait_s: number): string {
  return words(locale).t('dialogue.too_many', { minutes: Math.ceil(wait_s / 60) });
}

function shopName(locale: Locale, { shop_name_ko, shop_name_en }: Offered): string {
  return locale === 'en' ? shop_name_en : shop_name_ko;
}
