import Type, { type Static } from 'typebox';
import { AmountMinor, Currency, closed, Id, open, Timestamp } from './common.ts';
import { PAYMENTS_PATH } from './settlement-payments.ts';

/**
 * GET payments/disputes?after=position → Disputes: those about the caller's own payments that have changed since that position,
 * each as it stands now, in the order of their last changes. Whoever asks again from a position that they had reached misses
 * nothing.
 */
export const DISPUTES_PATH = `${PAYMENTS_PATH}/disputes`;
export const DISPUTES_MAX = 100;
/** What `after` can say. */
const POSITION_MAX = 999_999_999_999_999;
export const ReadDisputes = closed({ after: Type.String({ pattern: '^[0-9]{1,15}$' }) });
export const Dispute = open({
  dispute_id: Id,
  /** The caller's own id of the payment, as in `AuthorisePayment`. */
  order_id: Id,
  /** `lost`: the card's owner has this much back. */
  state: Type.Enum(['open', 'won', 'lost']),
  amount_minor: AmountMinor,
  currency: Currency,
  /** The bank's or acquirer's code, for staff. */
  reason: Type.String({ maxLength: 200 }),
  /** Until when the acquirer takes what speaks against it. */
  respond_by: Type.Optional(Timestamp),
  position: Type.Integer({ minimum: 1 }),
});
export type Dispute = Static<typeof Dispute>;
export const Disputes = open({
  disputes: Type.Array(Dispute, { maxItems: DISPUTES_MAX }),
  /** What to ask after next. */
  read_up_to: Type.Integer({ minimum: 0, maximum: POSITION_MAX }),
  /** Of the caller's newest change; what was asked after may be beyond it only if the server has lost some of its data. */
  last_position: Type.Integer({ minimum: 0, maximum: POSITION_MAX }),
});
export type Disputes = Static<typeof Disputes>;
