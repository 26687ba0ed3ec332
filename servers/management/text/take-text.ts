import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { isMobile, parsePhone } from '../../../kit/phone.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { queueText } from '../messages/queue-message.ts';
import { heldBy, isKnown, type Offered, waitingFor } from '../offers/gifts-of-phone.ts';
import { recipientLocale } from '../orders/recipient/locale.ts';
import { act } from './act.ts';
import { type DialogueState, step, type Turn } from './dialogue.ts';
import { questionText, replyText, strangerText, tooManyText } from './replies.ts';

/**
 * Receipt 1–3 by text message, for a phone without a browser. What was written is nowhere kept: it may be a PIN.
 * The provider brings a message again that could not be taken; each step is safe to take twice, though a PIN that is
 * brought again counts as said twice.
 */
export async function takeText(
  context: ManagementContext,
  message: { from: string; text: string; by?: string },
): Promise<void> {
  const parsed = parsePhone(message.from);
  // Short numbers and names are of firms; nobody reads what is answered there.
  if (!parsed.ok) return;
  const phone = parsed.e164;
  if (await isStranger(context, phone)) return saySomethingOnce(context, phone);
  const allowed = await context.limits.textByPhone.consume(phone);
  if (!allowed.ok) return sayTooMany(context, phone, allowed.retry_after_s);

  const { turn, locale } = await inTransaction(context.db, (tx) => takeStep(context, tx, phone, message));
  if ('reply' in turn) return;
  const { text, goes_on } = await act(context, locale, phone, turn.action);
  await inTransaction(context.db, async (tx) => {
    if (text !== null) await queueText(context, tx, { to: phone, locale, text });
    if (goes_on !== 'as it is') await writeState(context, tx, phone, goes_on);
    // Several gifts are asked about one after the other; who chose a language is asked again in it.
    const asksOn =
      turn.action.kind === 'language' ||
      (goes_on !== 'as it is' && goes_on.at === 'idle' && ANSWERS.has(turn.action.kind));
    const [next] = asksOn ? await waitingFor(context, tx, phone) : [];
    const said = turn.action.kind === 'language' ? turn.action.locale : locale;
    if (next !== undefined)
      await queueText(context, tx, { to: phone, locale: said, text: questionText(said, next) });
  });
}

const ANSWERS: ReadonlySet<string> = new Set(['accept', 'refuse']);

/** One step of the dialogue under the phone's lock, so that two messages at once are taken one after the other. */
async function takeStep(
  context: ManagementContext,
  tx: Executor,
  phone: string,
  { text, by }: { text: string; by?: string },
): Promise<{ turn: Turn; locale: Locale }> {
  const before = await lockState(context, tx, phone, by ?? null);
  const offered = await waitingFor(context, tx, phone);
  const sender = offered[0]?.locale ?? (await heldBy(tx, phone))[0]?.locale ?? localeOfNumber(phone);
  const locale = await recipientLocale(tx, phone, sender);
  const offers = offered.map((order) => ({
    order_id: order.order_id,
    shop_name: locale === 'en' ? order.shop_name_en : order.shop_name_ko,
    sender_name: order.sender_name,
  }));
  const { state, turn } = step(before, {
    text,
    phone,
    offers,
    digestOf: (orderId, pin) => saidPinDigest(context, phone, orderId, pin),
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
 * A landline, which no gift comes to, or a number abroad that has nothing to do with us. Such texts are mostly made by
 * machines, and each answer costs: one a day says where to write from.
 */
async function isStranger(context: ManagementContext, phone: string): Promise<boolean> {
  if (!isMobile(phone)) return true;
  return localeOfNumber(phone) === 'en' && !(await isKnown(context.db, phone));
}

async function saySomethingOnce(context: ManagementContext, phone: string): Promise<void> {
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

/** Said once an hour at most: who is flooded with messages must not be flooded with answers. */
async function sayTooMany(context: ManagementContext, phone: string, wait_s: number): Promise<void> {
  const first = await context.limits.tooManyTextsTold.consume(phone);
  if (!first.ok) return;
  const locale = await recipientLocale(context.db, phone, 'ko');
  const text = tooManyText(locale, wait_s);
  await inTransaction(context.db, (tx) => queueText(context, tx, { to: phone, locale, text }));
}

/** A PIN that was said once waits for the second time as this, so that it can't be read in the database. */
function saidPinDigest(context: ManagementContext, phone: string, orderId: string, pin: string): string {
  const ring = context.secrets.keyRing('token_pepper');
  return keyedDigest(ring, `text_pin:${phone}:${orderId}`, pin).digest.toString('base64');
}

/** `by` is the provider that brought the message; answers go out by it. */
async function lockState(
  context: ManagementContext,
  tx: Executor,
  phone: string,
  by: string | null,
): Promise<DialogueState> {
  await sql`
    insert into text_dialogues (phone, state, provider, updated_at)
    values (${phone}, '{"at":"idle"}', ${by}, ${context.clock()})
    on conflict (phone) do update set provider = excluded.provider`.execute(tx);
  const found = await sql<{ state: DialogueState }>`
    select state from text_dialogues where phone = ${phone} for update`.execute(tx);
  return found.rows[0]?.state ?? { at: 'idle' };
}

async function writeState(
  context: ManagementContext,
  tx: Executor,
  phone: string,
  state: DialogueState,
): Promise<void> {
  await sql`
    update text_dialogues set state = ${JSON.stringify(state)}::jsonb, updated_at = ${context.clock()}
    where phone = ${phone}`.execute(tx);
}
