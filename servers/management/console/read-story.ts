import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import { readSigned } from '../../../kit/notices/stored-notices.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { listNotes, type Note } from '../../../kit/staff/notes.ts';
import { certificateBalance } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { orderView } from '../orders/order-view.ts';
import { orderNamed } from '../orders/uses/doubtful-notices.ts';
import { type MessageStep, messagesOf } from './read-messages.ts';
import { STAFF_ORDERS, type StaffOrder, type StaffOrderRow, staffOrder } from './search-orders.ts';
import { type StaffAction, staffActions } from './staff-actions.ts';
import { presentFields, STEPS_MAX, type Step } from './story-step.ts';
import { findStuck, type Stuck } from './stuck-orders.ts';

/** An event of the order at management. */
type EventStep = Step<
  'event',
  { kind: string; state: string; detail: unknown; call_id?: string; evidence_id?: string }
>;
/** A call to another server and its outcome. */
type CallStep = Step<
  'call',
  {
    call_id: string;
    purpose: string;
    party: string;
    method: string;
    path: string;
    state: 'planned' | 'unknown' | 'done' | 'refused';
    attempts: number;
    next_attempt_at?: string;
    settled_at?: string;
    status?: number;
    code?: string;
    unknown_reason?: string;
    evidence_id?: string;
  }
>;
/** A notice from the shop about the certificate. */
type NoticeStep = Step<
  'notice',
  { notice_id: string; sender: string; kind: string; batch_no: number; content: unknown; evidence_id: string }
>;
export type StoryStep = EventStep | CallStep | NoticeStep | MessageStep;
export type Story = {
  order: StaffOrder;
  /** The certificate's balance as of the shop's last notice; only once the payment was captured. */
  balance_minor?: number;
  stuck?: Stuck;
  /** What staff can do with it now. */
  actions: StaffAction[];
  /** What staff noted, and why they did something; newest first. */
  notes: Note[];
  steps: StoryStep[];
};

/** Steps of the same instant: the notice, then the event it caused, then what followed from that. */
const ORDER_WITHIN_INSTANT = { notice: 0, event: 1, call: 2, message: 3 } as const;

export const READ_STORY_REFUSALS = refusals('order_not_found');

/**
 * Everything that happened to a gift across the servers as far as management knows, oldest first: its own events, its calls
 * to other servers, the shop's notices, and the messages to people.
 */
export async function readStory(
  context: ManagementContext,
  orderId: string,
): Promise<Result<Story, RefusalOf<typeof READ_STORY_REFUSALS>>> {
  const found = await sql<StaffOrderRow>`${STAFF_ORDERS} where o.order_id = ${orderId}`.execute(context.db);
  const order = found.rows[0];
  if (order === undefined) return refuse('order_not_found');
  const steps = (
    await Promise.all([
      eventsOf(context, orderId),
      callsOf(context, orderId),
      noticesOf(context, orderId),
      messagesOf(context, orderId),
    ])
  ).flat();
  const captured = steps.some((step) => step.step === 'event' && step.kind === 'payment_captured');
  const stuck = await findStuck(context, orderId);
  const now = context.clock();
  const view = await orderView(context.db, order, now);
  return done({
    order: staffOrder({ row: order, view }),
    ...(captured ? { balance_minor: minorToJson(await certificateBalance(context.db, order)) } : {}),
    ...(stuck === undefined ? {} : { stuck }),
    actions: staffActions(view.actions),
    notes: await listNotes(context.db, orderId),
    steps: steps.sort(
      (a, b) => a.at.localeCompare(b.at) || ORDER_WITHIN_INSTANT[a.step] - ORDER_WITHIN_INSTANT[b.step],
    ),
  });
}

async function eventsOf({ db }: ManagementContext, orderId: string): Promise<EventStep[]> {
  const found = await sql<{
    at: Date;
    kind: string;
    state: string;
    detail: unknown;
    call_id: string | null;
    evidence_id: string | null;
    trace_id: string;
  }>`
    select at, kind, state_after as state, detail, call_id, evidence_id, trace_id from order_events
    where order_id = ${orderId} order by event_id limit ${STEPS_MAX}`.execute(db);
  return found.rows.map(({ at, kind, state, detail, call_id, evidence_id, trace_id }) => ({
    step: 'event',
    at: at.toISOString(),
    trace_id,
    kind,
    state,
    detail,
    ...presentFields({ call_id, evidence_id }),
  }));
}

async function callsOf({ db }: ManagementContext, orderId: string): Promise<CallStep[]> {
  const found = await sql<
    Pick<CallStep, 'call_id' | 'purpose' | 'party' | 'method' | 'path' | 'state' | 'attempts'> & {
      next_attempt_at: Date;
      created_at: Date;
      settled_at: Date | null;
      status: number | null;
      code: string | null;
      unknown_reason: string | null;
      evidence_id: string | null;
      trace_id: string;
    }
  >`
    select call_id, purpose, party, method, path, state, attempts, next_attempt_at, created_at, settled_at, status,
      code, unknown_reason, evidence_id, split_part(traceparent, '-', 2) as trace_id
    from calls where subject_id in (${orderId}, (select group_id from orders where order_id = ${orderId}))
    order by created_at, call_id limit ${STEPS_MAX}`.execute(db);
  return found.rows.map((row) => {
    const { next_attempt_at, created_at, settled_at, status, code, unknown_reason, evidence_id, ...call } =
      row;
    const isOpen = call.state === 'planned' || call.state === 'unknown';
    return {
      step: 'call',
      at: created_at.toISOString(),
      ...call,
      ...presentFields({
        next_attempt_at: isOpen ? next_attempt_at : null,
        settled_at,
        status,
        code,
        unknown_reason,
        evidence_id,
      }),
    };
  });
}

/** What they say is in the messages that the shop signed; the books only say which. */
async function noticesOf({ db }: ManagementContext, orderId: string): Promise<NoticeStep[]> {
  const told = await sql<{ evidence_id: string }>`
    select b.evidence_id from certificate_uses u join orders o using (order_id) join shops s using (shop_id)
    join inbox_batches b on b.sender = s.party and b.batch_no = u.batch_no
    where u.order_id = ${orderId}
    union select e.evidence_id from order_events e
    where e.order_id = ${orderId} and e.kind in ('issued', 'certificate_expired') and e.evidence_id is not null
    union select b.evidence_id from unapplied_notices n join inbox_batches b using (sender, batch_no)
    where n.subject_id = ${orderId}
    union select evidence_id from inbox where content ->> 'order_id' = ${orderId}
    limit ${STEPS_MAX}`.execute(db);
  const notices = await readSigned(
    db,
    told.rows.map(({ evidence_id }) => evidence_id),
  );
  return notices
    .filter(({ content }) => orderNamed(content) === orderId)
    .sort((a, b) => Number(a.batch_no - b.batch_no))
    .slice(0, STEPS_MAX)
    .map(({ notice_id, sender, kind, batch_no, content, evidence_id, received_at, trace_id }) => ({
      step: 'notice',
      at: received_at.toISOString(),
      notice_id,
      sender,
      kind,
      batch_no: Number(batch_no),
      content,
      evidence_id,
      trace_id,
    }));
}
