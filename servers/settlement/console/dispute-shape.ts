import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';

export const DisputeState = Type.Enum(['open', 'won', 'lost']);

/** A dispute as staff see it. */
export const DisputeShape = closed({
  dispute_id: Id,
  payment_id: Id,
  order_id: Id,
  payee: Type.String(),
  acquirer: Type.String(),
  acquirer_reference: Type.String(),
  state: DisputeState,
  amount_minor: AmountMinor,
  covered_minor: AmountMinorOrZero,
  currency: Currency,
  reason: Type.String(),
  respond_by: Type.Union([Timestamp, Type.Null()]),
  created_at: Timestamp,
});
