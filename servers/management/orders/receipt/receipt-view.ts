import { minorToJson } from '../../../../kit/money.ts';
import { maskName } from '../../../../kit/names.ts';
import { percentOf, type Receipt, remainsOf, vatWithin } from './receipt.ts';

/** What a receipt says, as the PDF has it, for a page. */
export function receiptView(receipt: Receipt) {
  const { order_id, buyer_name, shop, brand, last4, approval_number, currency } = receipt;
  const { captured_at, refunded_at, seller } = receipt;
  const money = (minor: bigint) => ({ amount_minor: minorToJson(minor), currency });
  const left = remainsOf(receipt);
  return {
    ...{ order_id, captured_at: captured_at.toISOString(), buyer_name, shop },
    ...(brand === null || last4 === null ? { paid_in_cash: true as const } : { brand, last4 }),
    ...(approval_number === null ? {} : { approval_number }),
    masked_recipient: maskName(receipt.recipient_name),
    amount: money(receipt.amount_minor),
    ...(refunded_at === null
      ? {}
      : { refund: { at: refunded_at.toISOString(), amount: money(receipt.amount_minor - left) } }),
    remains: money(left),
    ...(seller === undefined ? {} : { seller, vat: vatOf(seller.vat_bp, left, money) }),
  };
}

function vatOf<Money>(vatBp: number, left: bigint, money: (minor: bigint) => Money) {
  const vat = vatWithin(left, vatBp);
  return { percent: percentOf(vatBp), net: money(left - vat), vat: money(vat) };
}
