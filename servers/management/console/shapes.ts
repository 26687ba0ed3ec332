import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { NoteShape } from '../../../kit/staff/notes.ts';
import { OrderShape } from '../orders/shapes.ts';
import { DIAL_OUTCOMES, LINES } from '../voice/turn.ts';
import { STAFF_ACTIONS } from './staff-actions.ts';
import { STUCK_REASONS } from './stuck-orders.ts';

export const ShopNames = closed({ name_ko: Type.String(), name_en: Type.String() });

/** An order as staff see it, with buyer and recipient masked. */
export const StaffOrderShape = closed({
  ...OrderShape.properties,
  buyer: Type.String(),
  buyer_member_number: Type.String(),
  shop: ShopNames,
});

export const StuckShape = closed({
  reason: Type.Enum([...STUCK_REASONS]),
  since: Timestamp,
  step: Type.String({ description: "A call's purpose, an order's state, or a message's kind." }),
  party: Type.Optional(Type.String()),
  attempts: Type.Integer(),
  next_attempt_at: Type.Optional(Timestamp),
  problem: Type.Optional(Type.String()),
  message_id: Type.Optional(Id),
});

const when = { at: Timestamp, trace_id: Type.Optional(Type.String()) };

const StepShape = Type.Union([
  closed({
    step: Type.Literal('event'),
    ...when,
    kind: Type.String(),
    state: Type.String(),
    detail: Type.Unknown(),
    call_id: Type.Optional(Id),
    evidence_id: Type.Optional(Id),
  }),
  closed({
    step: Type.Literal('call'),
    ...when,
    call_id: Id,
    purpose: Type.String(),
    party: Type.String(),
    method: Type.String(),
    path: Type.String(),
    state: Type.Enum(['planned', 'unknown', 'done', 'refused']),
    attempts: Type.Integer(),
    next_attempt_at: Type.Optional(Timestamp),
    settled_at: Type.Optional(Timestamp),
    status: Type.Optional(Type.Integer()),
    code: Type.Optional(Type.String()),
    unknown_reason: Type.Optional(Type.String()),
    evidence_id: Type.Optional(Id),
  }),
  closed({
    step: Type.Literal('notice'),
    ...when,
    notice_id: Id,
    sender: Type.String(),
    kind: Type.String(),
    batch_no: Type.Integer(),
    content: Type.Unknown(),
    evidence_id: Id,
  }),
  closed({
    step: Type.Literal('message'),
    ...when,
    message_id: Id,
    kind: Type.String(),
    channel: Type.String(),
    masked_address: Type.String(),
    state: Type.String(),
    attempts: Type.Integer(),
    due_at: Type.Optional(Timestamp),
    sent_at: Type.Optional(Timestamp),
    delivered_at: Type.Optional(Timestamp),
    problem: Type.Optional(Type.String()),
    receipts: Type.Array(
      closed({
        provider_message_id: Type.String(),
        state: Type.String(),
        received_at: Type.Optional(Timestamp),
      }),
    ),
    calls: Type.Array(
      closed({
        call_id: Id,
        line: Type.Enum([...LINES]),
        direction: Type.Enum(['in', 'out']),
        at: Timestamp,
        outcome: Type.Optional(Type.Enum([...DIAL_OUTCOMES])),
        begun_at: Type.Optional(Timestamp),
        heard_at: Type.Optional(Timestamp),
      }),
    ),
    said: Type.Optional(
      Type.String({ description: 'What was said by phone, with … for names, amounts and times.' }),
    ),
  }),
]);

export const StoryShape = closed({
  order: StaffOrderShape,
  balance_minor: Type.Optional(Type.Integer()),
  stuck: Type.Optional(StuckShape),
  actions: Type.Array(Type.Enum([...STAFF_ACTIONS])),
  notes: Type.Array(NoteShape),
  steps: Type.Array(StepShape),
});

const Headers = Type.Record(Type.String(), Type.String());
const hidden = Type.Array(Type.String(), { description: 'Fields that are masked here.' });

export const EvidenceShape = closed({
  evidence_id: Id,
  direction: Type.Enum(['received_request', 'received_response']),
  party: Type.String(),
  received_at: Timestamp,
  method: Type.String(),
  target_uri: Type.String(),
  status: Type.Optional(Type.Integer()),
  headers: Headers,
  request_headers: Type.Optional(Headers),
  body: Type.String(),
  hidden,
  asked: Type.Optional(closed({ body: Type.String(), hidden })),
  key: closed({ keyid: Type.String(), valid_from: Timestamp, valid_until: Type.Optional(Timestamp) }),
  forgotten_at: Type.Optional(Timestamp),
  holds: Type.Boolean({
    description: 'Whether the stored signature is valid for the stored message and key.',
  }),
});
