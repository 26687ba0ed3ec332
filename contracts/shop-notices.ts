import Type, { type Static } from 'typebox';
import { AmountMinor, AmountMinorOrZero, Currency, Id, open } from './common.ts';

/** Notices from shop to management (`POST /v1/peer/notice-batches`), by kind. */
export const IssuedNotice = open({
  certificate_id: Id,
  order_id: Id,
  store_id: Id,
  store_name: Type.String(),
  issue_id: Id,
});
export type IssuedNotice = Static<typeof IssuedNotice>;
const use = {
  certificate_id: Id,
  order_id: Id,
  redemption_id: Id,
  amount_minor: AmountMinor,
  balance_minor: AmountMinorOrZero,
  currency: Currency,
  store_id: Id,
  store_name: Type.String(),
  /** Position in the certificate's history, from 1, which orders the notices of one certificate. */
  entry_no: Type.Integer({ minimum: 1 }),
  /** Whether someone other than the recipient holds it; missing if the shop doesn't know. */
  handed_over: Type.Optional(Type.Boolean()),
};
export const RedeemedNotice = open({ ...use, channel: Type.Enum(['store', 'online']) });
export type RedeemedNotice = Static<typeof RedeemedNotice>;
export const ReversedNotice = open({ ...use, reversal_id: Id });
export type ReversedNotice = Static<typeof ReversedNotice>;
/** It expired with this amount unused; no other notice follows. */
export const ExpiredNotice = open({
  certificate_id: Id,
  order_id: Id,
  amount_minor: AmountMinor,
  currency: Currency,
});
export type ExpiredNotice = Static<typeof ExpiredNotice>;

/** The kinds of notices that a shop server sends, and the content of each. */
export const SHOP_NOTICES = {
  certificate_issued: IssuedNotice,
  certificate_redeemed: RedeemedNotice,
  redemption_reversed: ReversedNotice,
  certificate_expired: ExpiredNotice,
} as const;
