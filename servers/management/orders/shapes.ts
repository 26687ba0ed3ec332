import Type from 'typebox';
import { AmountMinor, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { BUYER_ACTIONS, GIFT_STATES } from '../../../kit/gift-state.ts';
import { CHANNELS } from '../messages/reach.ts';
import { ORDER_STATES, type OrderState } from './order-states.ts';

/** The read-back: masked, and whether the number changed hands recently. */
export const RecipientShape = closed({
  masked_name: Type.String(),
  masked_address: Type.String(),
  channel: Type.Enum([...CHANNELS]),
  recycled: Type.Optional(Type.Boolean()),
  to_be_confirmed: Type.Optional(Type.Literal(true)),
  read_back_id: Type.Optional(Id),
});

export const OrderShape = closed({
  order_id: Id,
  group_id: Type.Optional(Id),
  shop_id: Type.String(),
  state: Type.Enum(Object.keys(ORDER_STATES) as OrderState[]),
  gift_state: Type.Enum([...GIFT_STATES], {
    description: 'The state of the gift as it is shown to people, with what became of its certificate.',
  }),
  actions: Type.Array(Type.Enum([...BUYER_ACTIONS]), { description: 'What its buyer can do with it now.' }),
  amount_minor: AmountMinor,
  currency: Currency,
  message: Type.Optional(Type.String()),
  card_design: Type.Optional(Type.String()),
  deliver_at: Type.Optional(Timestamp),
  action_url: Type.Optional(Type.String()),
  decline_reason: Type.Optional(Type.String()),
  end_reason: Type.Optional(Type.String()),
  recipient: Type.Optional(RecipientShape),
  refusal_word: Type.Optional(Type.String()),
  certificate_last4: Type.Optional(Type.String()),
  answer_by: Type.Optional(Timestamp),
  refund_until: Type.Optional(Timestamp),
  dispute: Type.Optional(Type.Enum(['open', 'lost'])),
  cash: Type.Optional(
    closed({ receipt_no: Type.Optional(Type.String({ description: 'Of the till that took the cash.' })) }),
  ),
  created_at: Timestamp,
});

export const TimelineShape = closed({
  events: Type.Array(
    closed({
      at: Timestamp,
      kind: Type.String(),
      state: Type.String(),
      detail: Type.Unknown(),
      trace_id: Type.String(),
    }),
  ),
  messages: Type.Array(
    closed({
      at: Timestamp,
      kind: Type.String(),
      channel: Type.Enum([...CHANNELS]),
      state: Type.String(),
      delivered_at: Type.Optional(Timestamp),
      problem: Type.Optional(Type.String()),
    }),
  ),
});
