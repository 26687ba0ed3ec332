import { isCash } from '../../../contracts/cash.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { type AccountKey, accountBalance, postTransfer } from '../../../kit/ledger/ledger.ts';

/** A certificate is booked under its order's id. */
type Certificate = { order_id: string; shop_id: string; currency: string };
type WholeCertificate = Certificate & { amount_minor: bigint; payment_method_id: string };

/**
 * A certificate's balance, under its order's id. A credit account: more than was captured can't be used or refunded.
 */
function certificateAccount({ order_id, currency }: Certificate): AccountKey {
  return { code: 'certificate', subject_id: order_id, currency, side: 'credit' };
}

/** Buyers' money at settlement. Every purchase posts to it, so it is pooled rather than one row that is updated. */
function heldBySettlement(currency: string): AccountKey {
  return { code: 'held_by_settlement', subject_id: 'settlement', currency, side: 'pooled' };
}

/** Cash that a shop took for its gifts. What is used of them is its own from then on. */
export function heldByShop(shopId: string, currency: string): AccountKey {
  return { code: 'held_by_shop', subject_id: shopId, currency, side: 'pooled' };
}

/** Who has the buyer's money. */
function heldFor({ payment_method_id, shop_id, currency }: WholeCertificate): AccountKey {
  return isCash(payment_method_id) ? heldByShop(shop_id, currency) : heldBySettlement(currency);
}

/**
 * All certificates of a shop together, in transfers of many uses at once. What each use took is a ledger entry of its own
 * certificate's account.
 */
export function certificatesOf(shopId: string, currency: string): AccountKey {
  return { code: 'certificates', subject_id: shopId, currency, side: 'pooled' };
}

/** What a shop is owed for uses in its stores. */
export function shopPayable(shopId: string, currency: string): AccountKey {
  return { code: 'shop_payable', subject_id: shopId, currency, side: 'pooled' };
}

function commissionIncome(currency: string): AccountKey {
  return { code: 'commission_income', subject_id: 'operator', currency, side: 'pooled' };
}

/** Purchase 12: the buyer's money was captured, and a certificate stands for it. */
export async function bookCapture(tx: Tx, order: WholeCertificate, now: Date): Promise<void> {
  await post(tx, order, heldFor(order), certificateAccount(order), order.amount_minor, 'capture', now);
}

/** The whole amount of a certificate was refunded to its buyer. */
export async function bookRefund(tx: Tx, order: WholeCertificate, now: Date): Promise<void> {
  await post(tx, order, certificateAccount(order), heldFor(order), order.amount_minor, 'refund', now);
}

/** The remainder of an expired certificate is owed to nobody. */
export function expiredOf(shopId: string, currency: string): AccountKey {
  return { code: 'expired', subject_id: shopId, currency, side: 'pooled' };
}

type BookedPayout = {
  payout_id: string;
  shop_id: string;
  currency: string;
  gross_minor: bigint;
  commission_minor: bigint;
};

/** A shop was paid: the net amount went to its bank account, the commission is ours. */
export async function bookPayout(tx: Tx, payout: BookedPayout, now: Date): Promise<void> {
  const debit = shopPayable(payout.shop_id, payout.currency);
  for (const { account, amount_minor, code } of partsOf(payout))
    await postTransfer(tx, { debit, credit: account, amount_minor, code, subject_id: payout.payout_id }, now);
}

/** It came back from the shop's bank: we owe it to the shop again, commission included. */
export async function bookReturnedPayout(tx: Tx, payout: BookedPayout, now: Date): Promise<void> {
  const credit = shopPayable(payout.shop_id, payout.currency);
  for (const { account, amount_minor, code } of partsOf(payout))
    await postTransfer(
      tx,
      { debit: account, credit, amount_minor, code: `${code}_returned`, subject_id: payout.payout_id },
      now,
    );
}

function partsOf({ currency, gross_minor, commission_minor }: BookedPayout) {
  return [
    { account: heldBySettlement(currency), amount_minor: gross_minor - commission_minor, code: 'payout' },
    { account: commissionIncome(currency), amount_minor: commission_minor, code: 'commission' },
  ].filter(({ amount_minor }) => amount_minor > 0n);
}

/** A certificate's balance, as far as its shop has reported. */
export function certificateBalance(executor: Executor, order: Certificate): Promise<bigint> {
  return accountBalance(executor, certificateAccount(order));
}

async function post(
  tx: Tx,
  order: Certificate,
  debit: AccountKey,
  credit: AccountKey,
  amountMinor: bigint,
  code: string,
  now: Date,
): Promise<void> {
  await postTransfer(tx, { debit, credit, amount_minor: amountMinor, code, subject_id: order.order_id }, now);
}
