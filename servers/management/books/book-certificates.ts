import type { Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { type AccountKey, postTransfer } from '../../../kit/ledger/ledger.ts';
import { changeShares } from '../../../kit/ledger/shares.ts';
import { minorToJson } from '../../../kit/money.ts';
import { OWN_PARTY } from '../context.ts';
import { certificatesOf, expiredOf, heldByShop, shopPayable } from './books.ts';

/** What one notice moves on one certificate. */
export type CertificateMove = {
  account_id: string;
  shop_id: string;
  currency: string;
  code: 'reverse' | 'redeem' | 'expire';
  amount_minor: bigint;
  /** The shop has the money: nothing is owed to it for a use. */
  paid_in_cash: boolean;
};

/** Value comes back before it goes, so that no balance is below zero in between. */
const CODES = ['reverse', 'redeem', 'expire'] as const;
const BOOKED = { reverse: 'reversed', redeem: 'redeemed', expire: 'expired' } as const;

/**
 * Books a set of uses, reversals and expiries: for each shop and purpose one transfer, cash apart, of which each certificate's ledger entry
 * is a share, and one fact: what was used is the shop's fact, that it was booked is ours.
 */
export async function bookCertificates(tx: Tx, moves: readonly CertificateMove[], now: Date): Promise<void> {
  for (const code of CODES) {
    const alike = Map.groupBy(
      moves.filter((move) => move.code === code),
      ({ shop_id, currency, paid_in_cash }) => `${shop_id} ${currency} ${paid_in_cash}`,
    );
    for (const group of alike.values()) await bookGroup(tx, code, group, now);
  }
}

async function bookGroup(
  tx: Tx,
  code: CertificateMove['code'],
  moves: readonly CertificateMove[],
  now: Date,
): Promise<void> {
  const [first] = moves;
  if (first === undefined) return;
  const { shop_id, currency, paid_in_cash } = first;
  const certificates = certificatesOf(shop_id, currency);
  const used: AccountKey = paid_in_cash ? heldByShop(shop_id, currency) : shopPayable(shop_id, currency);
  const other = code === 'expire' ? expiredOf(shop_id, currency) : used;
  const [debit, credit] = code === 'reverse' ? [other, certificates] : [certificates, other];
  const amount_minor = moves.reduce((sum, move) => sum + move.amount_minor, 0n);
  const transferId = await postTransfer(tx, { debit, credit, amount_minor, code, subject_id: shop_id }, now);
  const shares = new Map<string, bigint>();
  for (const { account_id, amount_minor: amount } of moves)
    shares.set(account_id, (shares.get(account_id) ?? 0n) + (code === 'reverse' ? amount : -amount));
  await changeShares(tx, transferId, shares);
  await writeFact(tx, {
    party: OWN_PARTY,
    kind: `certificates_${BOOKED[code]}`,
    fact_id: transferId,
    at: now,
    currency,
    content: {
      shop_id,
      transfer_id: transferId,
      notices: moves.length,
      certificates: shares.size,
      amount_minor: minorToJson(amount_minor),
      currency,
    },
  });
}
