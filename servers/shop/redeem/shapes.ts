import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { REVERSAL_REASONS } from './reversal-reasons.ts';

export const RedemptionShape = closed({
  redemption_id: Id,
  certificate_id: Id,
  last4: Type.String(),
  store_name_ko: Type.String(),
  store_name_en: Type.String(),
  channel: Type.Enum(['store', 'online']),
  clerk_name: Type.Union([Type.String(), Type.Null()]),
  sale_reference: Type.String(),
  amount_minor: AmountMinor,
  reversed_minor: AmountMinorOrZero,
  reversals: Type.Array(
    closed({
      amount_minor: AmountMinor,
      at: Timestamp,
      clerk_name: Type.Union([Type.String(), Type.Null()]),
      second_clerk_name: Type.Union([Type.String(), Type.Null()]),
      reason: Type.Union([Type.Enum([...REVERSAL_REASONS]), Type.Null()]),
    }),
  ),
  currency: Currency,
  at: Timestamp,
});

/** Without an amount, all that is left to reverse. */
export const ReverseRedemption = closed({ amount_minor: Type.Optional(AmountMinor) });
export const ReversalShape = closed({
  reversal_id: Id,
  redemption_id: Id,
  amount_minor: AmountMinor,
  balance_minor: AmountMinorOrZero,
  currency: Currency,
});
