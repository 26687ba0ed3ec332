import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { isMobile } from '../../../kit/phone.ts';
import { EVERYBODY_ELSE } from '../../../kit/texts/senders.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { queueText } from '../messages/queue-message.ts';
import { heldBy, isKnown, type Offered, waitingFor } from '../offers/gifts-of-phone.ts';
import { recipientLocale } from '../orders/recipient/locale.ts';
import { type DialogueState, step, type Turn } from './dialogue.ts';
import { performAction } from './perform-action.ts';
import { questionText, replyText, strangerText, tooManyText } from './replies.ts';

type IncomingMessage = {
  from: string;
  text: string;
  /** Our number that it was sent to, and whose number that is. */
  to?: string;
  sender?: string;
  /** The provider that delivered it. */
  by?: string;
};

/**
 * Receipt 1–3 by text message, for phones without a browser. The text is never stored, since it may be a PIN. The
 * provider redelivers a message that we failed to handle. Every step is safe to repeat, though a redelivered PIN counts
 * as the second.
 */
export async function handleText(context: ManagementContext, message: IncomingMessage): Promise<void> {
  const parsed = parsePhone(message.from);
  // Short codes and sender names belong to companies; nobody would read a reply.
  if (!parsed.ok) return;
  const phone = parsed.e164;
  if (await isStranger(context, phone)) return replyToStranger(context, phone);
  const allowed = await context.limits.textByPhone.consume(phone);
  if (!allowed.ok) return replyTooMany(context, phone, allowed.retry_after_s);

  const { turn, locale } = await inTransaction(context.db, (tx) => runStep(context, tx, phone, message));
  if ('reply' in turn) return;
  const { sender = EVERYBODY_ELSE } = message;
  const { text, next_state } = await performAction(context, locale, { phone, sender }, turn.action);
  await inTransaction(context.db, async (tx) => {
    if (text !== null) await queueText(context, tx, { to: phone, locale, text });
    if (next_state !== 'unchanged') await writeState(context, tx, phone, next_state);
    // Gifts are offered one by one. After a change of language the question is repeated in it.
    const asksNext =
      turn.action.kind === 'language' ||
      (next_state !== 'unchanged' && next_state.at === 'idle' && DECISIONS.has(turn.action.kind));
    const [next] = asksNext ? await waitingFor(context, tx, phone) : [];
    const replyLocale = turn.action.kind === 'language' ? turn.action.locale : locale;
    if (next !== undefined)
      await queueText(context, tx, { to: phone, locale: replyLocale, text: questionText(replyLocale, next) });
  });
}

const DECISIONS: ReadonlySet<string> = new Set(['accept', 'refuse']);

/** One step of the dialogue, under a lock on the phone so that concurrent messages are handled one by one. */
async function runStep(
  context: ManagementContext,
  tx: Tx,
  phone: string,
  { text, by = null, to = null }: { text: string; by?: string | null; to?: string | null },
): Promise<{ turn: Turn; locale: Locale }> {
  const before = await lockState(context, tx, phone, { provider: by, number: to });
  const offered = await waitingFor(context, tx, phone);
  const sender = offered[0]?.locale ?? (await heldBy(tx, phone))[0]?.locale ?? localeOfNumber(phone);
  const locale = await recipientLocale(tx, phone, sender);
  const offers = offered.map((order) => ({
    order_id: order.order_id,
    shop_name: locale === 'ko' ? order.shop_name_ko : order.shop_name_en,
    sender_name: order.sender_name,
  }));
  const { state, turn } = step(before, {
    text,
    phone,
    offers,
    digestOf: (orderId, pin) => pinDigest(context, phone, orderId, pin),
  });
  await writeState(context, tx, phone, state);
  if ('reply' in turn) {
    const { reply } = turn;
    const about: Offered | undefined =
      'offer' in reply ? offered.find(({ order_id }) => order_id === reply.offer.order_id) : undefined;
    await queueText(context, tx, { to: phone, locale, text: replyText(locale, reply, about) });
  }
  return { turn, locale };
}

/**
 * A landline, which gets no texts from us, or a foreign number that we have never texted. Most such texts are sent by
 * machines and every reply costs, so one a day explains which phone to text from.
 */
async function isStranger(context: ManagementContext, phone: string): Promise<boolean> {
  if (!isMobile(phone)) return true;
  return localeOfNumber(phone) === 'en' && !(await isKnown(context.db, phone));
}

async function replyToStranger(context: ManagementContext, phone: string): Promise<void> {
  const first = await context.limits.strangerTold.consume(phone);
  if (!first.ok) return;
  const locale = localeOfNumber(phone);
  await inTransaction(context.db, (tx) =>
    queueText(context, tx, { to: phone, locale, text: strangerText(locale) }),
  );
}

function localeOfNumber(phone: string): Locale {
  return phone.startsWith('+82') ? 'ko' : 'en';
}

/** At most once an hour, so as not to answer a flood of texts with a flood of replies. */
async function replyTooMany(context: ManagementContext, phone: string, wait_s: number): Promise<void> {
  const first = await context.limits.tooManyTextsTold.consume(phone);
  if (!first.ok) return;
  const locale = await recipientLocale(context.db, phone, 'ko');
  const text = tooManyText(locale, wait_s);
  await inTransaction(context.db, (tx) => queueText(context, tx, { to: phone, locale, text }));
}

/** How a PIN is stored until it is sent the second time, so that the database does not reveal it. */
function pinDigest(context: ManagementContext, phone: string, orderId: string, pin: string): string {
  const ring = context.secrets.keyRing('token_pepper');
  return keyedDigest(ring, `text_pin:${phone}:${orderId}`, pin).digest.toString('base64');
}

/** The provider that delivered the message, and the number that it was sent to: replies go out through them. */
async function lockState(
  context: ManagementContext,
  tx: Tx,
  phone: string,
  { provider, number }: { provider: string | null; number: string | null },
): Promise<DialogueState> {
  await sql`
    insert into text_dialogues (phone, state, provider, number, updated_at)
    values (${phone}, '{"at":"idle"}', ${provider}, ${number}, ${context.clock()})
    on conflict (phone) do update set provider = excluded.provider, number = excluded.number`.execute(tx);
  const found = await sql<{ state: DialogueState }>`
    select state from text_dialogues where phone = ${phone} for update`.execute(tx);
  return found.rows[0]?.state ?? { at: 'idle' };
}

async function writeState(
  context: ManagementContext,
  tx: Tx,
  phone: string,
  state: DialogueState,
): Promise<void> {
  await sql`
    update text_dialogues set state = ${JSON.stringify(state)}::jsonb, updated_at = ${context.clock()}
    where phone = ${phone}`.execute(tx);
}
