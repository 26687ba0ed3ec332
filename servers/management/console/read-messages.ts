import { sql } from '../../../kit/db/sql.ts';
import { maskEmail } from '../../../kit/email.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { type Locale, mainLocale, spokenOutline } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import type { DialOutcome, Line } from '../voice/turn.ts';
import { presentFields, STEPS_MAX, type Step } from './story-step.ts';

/** A call that was made for a message, or in which it was told. */
type MessageCall = {
  call_id: string;
  line: Line;
  direction: 'in' | 'out';
  at: string;
  /** What came of a call that we placed, once it is known. */
  outcome?: DialOutcome;
  /** When the message began to be said, and when it had been heard to its end. */
  begun_at?: string;
  heard_at?: string;
};

/** A message to a person. */
export type MessageStep = Step<
  'message',
  {
    message_id: string;
    kind: string;
    channel: string;
    masked_address: string;
    state: string;
    attempts: number;
    /** Of a message to be said by phone: when the next call is planned. */
    due_at?: string;
    sent_at?: string;
    delivered_at?: string;
    problem?: string;
    receipts: { provider_message_id: string; state: string; received_at?: string }[];
    calls: MessageCall[];
    /** What was said by phone, in the listener's language, without names, amounts and times, which are deleted. */
    said?: string;
  }
>;

const iso = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The messages about a gift: when each was sent or said, and what is known about its arrival. */
export async function messagesOf({ db }: ManagementContext, orderId: string): Promise<MessageStep[]> {
  const found = await sql<{
    message_id: string;
    kind: string;
    channel: string;
    address: string;
    locale: Locale;
    state: string;
    attempts: number;
    due_at: Date;
    next_call_at: Date | null;
    sent_at: Date | null;
    delivered_at: Date | null;
    problem: string | null;
    created_at: Date;
    trace_id: string | null;
    receipts: MessageStep['receipts'];
    calls: MessageCall[];
  }>`
    select message_id, kind, channel, address, locale, state, attempts, due_at, sent_at, delivered_at, problem,
      created_at, trace_id, (
        select min(d.due_at) from voice_dials d
        where d.state = 'due' and (d.message_id = m.message_id or (d.purpose = 'news' and d.phone = m.address))
      ) as next_call_at, coalesce((
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('provider_message_id', provider_message_id,
          'state', p.state, 'received_at', ${iso(sql`p.received_at`)}))
          order by provider_message_id)
        from message_parts p where p.message_id = m.message_id), '[]'::jsonb) as receipts, coalesce((
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('call_id', c.call_id, 'line', c.line,
          'direction', c.direction, 'at', ${iso(sql`c.started_at`)}, 'outcome', o.outcome,
          'begun_at', ${iso(sql`t.begun_at`)}, 'heard_at', ${iso(sql`t.heard_at`)}))
          order by c.started_at, c.call_id)
        from voice_calls c
          left join voice_dial_outcomes o on o.call_id = c.call_id
          left join voice_tellings t on t.call_id = c.call_id and t.message_id = m.message_id
        where c.call_id in (
          select call_id from voice_call_messages where message_id = m.message_id
          union select call_id from voice_tellings where message_id = m.message_id)), '[]'::jsonb) as calls
    from messages m where subject_id = ${orderId} order by message_id limit ${STEPS_MAX}`.execute(db);
  return found.rows.map(
    ({
      created_at,
      trace_id,
      address,
      locale,
      due_at,
      next_call_at,
      sent_at,
      delivered_at,
      problem,
      ...message
    }) => {
      const nextAt = message.channel === 'voice' ? next_call_at : due_at;
      const wasBegun = message.calls.some(({ begun_at }) => begun_at !== undefined);
      return {
        step: 'message',
        at: created_at.toISOString(),
        ...message,
        masked_address: address.includes('@') ? maskEmail(address) : maskPhone(address),
        ...presentFields({
          trace_id,
          due_at: message.state === 'due' ? nextAt : null,
          sent_at,
          delivered_at,
          problem,
          said: wasBegun ? spokenOutline(mainLocale(locale), message.kind) : null,
        }),
      };
    },
  );
}
