import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { maskPhone } from '../../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { openText } from '../../../../kit/sealed-text.ts';
import {
  type Locale,
  type MainLocale,
  mainLocale,
  type NoticeKind,
  type Words,
  words,
} from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { readBuyer } from '../../orders/buyer.ts';
import { certificateExpiry } from '../../orders/certificate-expiry.ts';
import { lockOrder, type OrderRow, recordEvent } from '../../orders/orders.ts';
import { recipientLocale } from '../../orders/recipient/locale.ts';
import { shopOf } from '../../shops/shops.ts';

/** A letter's words, and to whom it goes. */
export type Letter = {
  order_id: string;
  /** The font of our papers has neither kanji nor hanzi. */
  locale: MainLocale;
  to: 'recipient' | 'buyer';
  /** In full: it stands on the envelope. */
  name: string;
  subject: string;
  paragraphs: string[];
  /** How a gift is accepted, step by step, under a heading of its own. */
  how?: { heading: string; steps: string[] };
};

export const PRINT_LETTER_REFUSALS = refusals(
  'line_number_unset', // VOICE_NUMBER
  'order_not_found',
  'not_found', // the order has no such message
  // The gift is not waiting for the answer of somebody with a phone number; or the message was not one that nobody heard,
  // or its content was deleted.
  'wrong_state',
);
type Refused = RefusalOf<typeof PRINT_LETTER_REFUSALS>;

/**
 * The letter to a recipient about the gift that waits for them, in `lang` if given; or, with `about`, to whoever did not
 * hear a message by phone. Each time, the gift's timeline says that a letter was printed.
 */
export async function printLetter(
  context: ManagementContext,
  orderId: string,
  { about, lang }: { about?: string | undefined; lang?: Locale | undefined },
): Promise<Result<Letter, Refused>> {
  if (context.settings.voiceNumber === '') return refuse('line_number_unset');
  return inTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === undefined) return refuse('order_not_found');
    const letter =
      about === undefined
        ? await giftLetter(context, tx, order, lang)
        : await messageLetter(context, tx, order, about);
    if (!letter.ok) return letter;
    const { state } = order;
    await recordEvent(tx, orderId, state, state, context.clock(), {
      kind: 'letter_printed',
      detail: { to: letter.value.to, ...(about === undefined ? {} : { message_id: about }) },
    });
    return letter;
  });
}

async function giftLetter(
  context: ManagementContext,
  tx: Tx,
  order: OrderRow,
  lang: Locale | undefined,
): Promise<Result<Letter, Refused>> {
  const { order_id, state, answer_by, recipient_phone: phone, recipient_name: name } = order;
  if (state !== 'offered' || answer_by === null || phone === null || name === null)
    return refuse('wrong_state', { state_now: state });
  const buyer = await readBuyer(tx, order);
  const shop = await shopOf(tx, order);
  const locale = mainLocale(lang ?? (await recipientLocale(tx, phone, buyer.locale)));
  const w = words(locale);
  const shop_name = locale === 'ko' ? shop.name_ko : shop.name_en;
  const sender_name = buyer.name;
  const line_number = context.settings.voiceNumber;
  const amount = { amount_minor: minorToJson(order.amount_minor), currency: order.currency };
  const expires_at = await certificateExpiry(tx, order_id);
  const what = w.t('letter.gift_what', { sender_name, shop_name, amount, message: order.message ?? '' });
  return done({
    order_id,
    locale,
    to: 'recipient',
    name,
    subject: w.t('letter.gift_subject', { shop_name, amount }),
    paragraphs: [
      w.t('letter.hello'),
      what.trim(),
      w.t('letter.not_reached'),
      w.t('letter.gift_until', { respond_by_at: answer_by, sender_name, expires_at }),
    ],
    how: {
      heading: w.t('letter.gift_how'),
      steps: [
        w.t('letter.gift_call', { line_number }),
        w.t('letter.gift_number', { masked_phone: maskPhone(phone) }),
        w.t('letter.gift_pin', { shop_name }),
      ],
    },
  });
}

type Unheard = {
  kind: NoticeKind;
  address: string;
  locale: Locale;
  problem: string | null;
  vars_sealed: Buffer | null;
};

/** What nobody heard, as a mail about it would have said it, in the language in which it was to be told. */
async function messageLetter(
  context: ManagementContext,
  tx: Tx,
  order: OrderRow,
  messageId: string,
): Promise<Result<Letter, Refused>> {
  const { order_id, state } = order;
  const found = await sql<Unheard>`
    select kind, address, locale, problem, vars_sealed from messages
    where message_id = ${messageId} and subject_id = ${order_id}`.execute(tx);
  const message = found.rows[0];
  if (message === undefined) return refuse('not_found');
  const { kind, vars_sealed } = message;
  if (message.problem !== 'not_heard' || vars_sealed === null)
    return refuse('wrong_state', { state_now: state });
  const to = kind.startsWith('buyer.') ? 'buyer' : 'recipient';
  // A correction may have given the gift to somebody else, whose name the order has now.
  if (to === 'recipient' && message.address !== order.recipient_phone)
    return refuse('wrong_state', { state_now: state });
  const name = to === 'buyer' ? (await readBuyer(tx, order)).name : (order.recipient_name ?? '');
  const locale = mainLocale(message.locale);
  const w = words(locale);
  const { subject, text } = mailOf(w, kind, openText(context, messageId, vars_sealed));
  return done({
    order_id,
    locale,
    to,
    name,
    subject,
    paragraphs: [...text.split('\n\n'), w.t('letter.not_reached')],
  });
}

function mailOf(w: Words, kind: NoticeKind, vars: string): { subject: string; text: string } {
  return w.mail(kind, JSON.parse(vars));
}
