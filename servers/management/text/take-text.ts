import { sql } from 'kysely';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { newId } from '../../../kit/ids.ts';
import { type Locale, words } from '../../../kit/messages/index.ts';
import { parsePhone } from '../../../kit/phone.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import type { ManagementContext } from '../context.ts';
import { acceptOffer, refuseOffer } from '../operations/offers.ts';
import type { OrderRow } from '../operations/orders.ts';
import { PLAIN_TEXT } from '../operations/send-messages.ts';
import {
  type DialogueAction,
  type DialogueReply,
  type DialogueState,
  step,
  type WaitingOffer,
} from './dialogue.ts';

type Offered = OrderRow & { shop_name_ko: string; shop_name_en: string; sender_name: string; locale: Locale };

/**
 * Receipt 1–3 by text message, for a phone without a browser. What was written is nowhere kept: it may be a PIN.
 * The provider brings a message again that could not be taken; each step is safe to take twice.
 */
export async function takeText(
  context: ManagementContext,
  message: { from: string; text: string },
): Promise<void> {
  const phone = parsePhone(message.from);
  if (!phone.ok) return;
  const offered = await waitingOffers(context, phone.e164);
  const locale = offered[0]?.locale ?? 'ko';
  const offers = offered.map(
    (order): WaitingOffer => ({
      order_id: order.order_id,
      shop_name: locale === 'en' ? order.shop_name_en : order.shop_name_ko,
      sender_name: order.sender_name,
    }),
  );
  const { state, turn } = step(await readState(context, phone.e164), { text: message.text, offers });
  if ('reply' in turn) {
    await writeState(context, phone.e164, state);
    const order = offered.find(
      ({ order_id }) => 'offer' in turn.reply && order_id === turn.reply.offer.order_id,
    );
    return say(context, phone.e164, locale, replyText(locale, turn.reply, order));
  }
  const { text, ends } = await act(context, locale, phone.e164, turn.action);
  await writeState(context, phone.e164, ends ? { at: 'idle' } : state);
  if (text !== null) await say(context, phone.e164, locale, text);
}

async function act(
  context: ManagementContext,
  locale: Locale,
  phone: string,
  action: DialogueAction,
): Promise<{ text: string | null; ends: boolean }> {
  const said = words(locale);
  switch (action.kind) {
    case 'accept': {
      const accepted = await acceptOffer(context, action.order_id, { pin: action.pin });
      // Who accepted is told by the order itself, on the way that everybody is.
      if (accepted.ok) return { text: null, ends: true };
      if (accepted.code.startsWith('pin_') && isProblemCode(accepted.code)) {
        const reason = said.problem(accepted.code).detail;
        return {
          text: said.t('dialogue.pin_refused', { reason, pin_digits: PIN_DIGITS_DEFAULT.min }),
          ends: false,
        };
      }
      return { text: closedText(locale, accepted.code), ends: accepted.code !== 'service_unavailable' };
    }
    case 'refuse': {
      const refused = await refuseOffer(context, action.order_id, undefined);
      return {
        text: refused.ok ? said.t('dialogue.already_refused') : closedText(locale, refused.code),
        ends: true,
      };
    }
    case 'stop':
    case 'start': {
      const stopped = action.kind === 'stop' ? context.clock() : null;
      await sql`
        insert into text_dialogues (phone, state, stopped_at, updated_at)
        values (${phone}, '{"at":"idle"}', ${stopped}, ${context.clock()})
        on conflict (phone) do update set stopped_at = excluded.stopped_at`.execute(context.db);
      return { text: said.t(action.kind === 'stop' ? 'dialogue.stopped' : 'dialogue.started'), ends: true };
    }
  }
}

function closedText(locale: Locale, code: string): string {
  const said = words(locale);
  if (code === 'already_accepted') return said.t('dialogue.already_accepted');
  if (code === 'already_refused') return said.t('dialogue.already_refused');
  if (code === 'offer_expired') return said.t('dialogue.offer_expired');
  return said.t('dialogue.try_later');
}

function replyText(locale: Locale, reply: DialogueReply, order: Offered | undefined): string {
  const said = words(locale);
  switch (reply.key) {
    case 'ask_pin':
      return said.t('dialogue.pin_prompt', {
        pin_digits: PIN_DIGITS_DEFAULT.min,
        shop_name: reply.offer.shop_name,
      });
    case 'offer_question': {
      const { shop_name, sender_name } = reply.offer;
      const amount = { amount_minor: order?.amount_minor ?? 0n, currency: order?.currency ?? 'KRW' };
      return said.t('dialogue.offer_question', { shop_name, sender_name, amount });
    }
    case 'no_offer':
      return said.t('dialogue.no_offer');
    case 'help':
      return said.t('dialogue.help');
  }
}

async function waitingOffers(context: ManagementContext, phone: string): Promise<Offered[]> {
  const found = await sql<Offered>`
    select o.*, s.name_ko as shop_name_ko, s.name_en as shop_name_en, m.name as sender_name, m.locale
    from orders o join shops s using (shop_id) join members m using (member_id)
    where o.recipient_phone = ${phone} and o.state = 'offered' and o.answer_by > ${context.clock()}
    order by o.order_id limit 10`.execute(context.db);
  return found.rows;
}

async function readState(context: ManagementContext, phone: string): Promise<DialogueState> {
  const found = await sql<{ state: DialogueState }>`
    select state from text_dialogues where phone = ${phone}`.execute(context.db);
  return found.rows[0]?.state ?? { at: 'idle' };
}

async function writeState(context: ManagementContext, phone: string, state: DialogueState): Promise<void> {
  await sql`
    insert into text_dialogues (phone, state, updated_at)
    values (${phone}, ${JSON.stringify(state)}::jsonb, ${context.clock()})
    on conflict (phone) do update set state = excluded.state, updated_at = excluded.updated_at`.execute(
    context.db,
  );
}

async function say(context: ManagementContext, phone: string, locale: Locale, text: string): Promise<void> {
  const now = context.clock();
  await sql`
    insert into messages (message_id, subject_id, channel, address, locale, kind, vars, state, due_at, created_at)
    values (${newId()}, ${newId()}, 'sms', ${phone}, ${locale}, ${PLAIN_TEXT}, ${JSON.stringify({ text })}::jsonb, 'due',
      ${now}, ${now})`.execute(context.db);
}
