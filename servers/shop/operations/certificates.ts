import { sql } from 'kysely';
import type { CertificateState } from '../../../contracts/shop-certificates.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';

export type CertificateRow = {
  certificate_id: string;
  order_id: string;
  operator: string;
  state: CertificateState['state'];
  balance_minor: bigint;
  currency: string;
};

/** A certificate with its balance, both locked: the certificate first, as ARCHITECTURE.md's lock order says. */
export async function lockCertificate(
  tx: Executor,
  operator: string,
  certificateId: string,
): Promise<CertificateRow | undefined> {
  const found = await sql<CertificateRow>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.operator = ${operator} for update`.execute(tx);
  return found.rows[0];
}

export function certificateState(row: Omit<CertificateRow, 'operator' | 'order_id'>): CertificateState {
  const { certificate_id, state, currency } = row;
  return { certificate_id, state, balance_minor: minorToJson(row.balance_minor), currency };
}

/** Each operator sees its own certificates only. Refusal: certificate_not_found. */
export async function readCertificate(
  executor: Executor,
  operator: string,
  certificateId: string,
): Promise<Result<CertificateState>> {
  const found = await sql<CertificateRow>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.operator = ${operator}`.execute(executor);
  const row = found.rows[0];
  return row === undefined ? refuse('certificate_not_found') : done(certificateState(row));
}

/** Appends an entry and moves the balance with it. The caller holds the balance's lock. */
export async function appendEntry(
  tx: Executor,
  entry: { certificate_id: string; kind: string; delta_minor: bigint; reference_id: string; at: Date },
): Promise<{ entry_no: bigint; after_minor: bigint }> {
  const appended = await sql<{ entry_no: bigint; after_minor: bigint }>`
    with moved as (
      update certificate_balances
      set balance_minor = balance_minor + ${entry.delta_minor}, entry_no = entry_no + 1
      where certificate_id = ${entry.certificate_id}
      returning certificate_id, entry_no, balance_minor)
    insert into certificate_entries
      (certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at)
    select certificate_id, entry_no, ${entry.kind}, balance_minor - ${entry.delta_minor}, ${entry.delta_minor},
      balance_minor, ${entry.reference_id}, ${entry.at}
    from moved returning entry_no, after_minor`.execute(tx);
  const row = appended.rows[0];
  if (row === undefined) throw new Error(`Certificate ${entry.certificate_id} has no balance.`);
  return row;
}

/** Invariant 1, per currency: issued = outstanding + redeemed + refunded + expired, and entries prove the balances. */
export async function conservation(executor: Executor): Promise<
  {
    currency: string;
    issued_minor: bigint;
    outstanding_minor: bigint;
    redeemed_minor: bigint;
    refunded_minor: bigint;
    expired_minor: bigint;
    holds: boolean;
  }[]
> {
  const found = await sql<{
    currency: string;
    issued_minor: bigint;
    outstanding_minor: bigint;
    redeemed_minor: bigint;
    refunded_minor: bigint;
    expired_minor: bigint;
    holds: boolean;
  }>`
    with certs as (
      select currency, sum(amount_minor)::bigint as issued_minor, sum(balance_minor)::bigint as outstanding_minor
      from certificates join certificate_balances using (certificate_id) group by currency),
    moved as (
      select currency,
        coalesce(-sum(delta_minor) filter (where kind in ('redeemed', 'reversed')), 0)::bigint as redeemed_minor,
        coalesce(-sum(delta_minor) filter (where kind = 'refunded'), 0)::bigint as refunded_minor,
        coalesce(-sum(delta_minor) filter (where kind = 'expired'), 0)::bigint as expired_minor
      from certificate_entries join certificates using (certificate_id) group by currency),
    sold as (
      select r.currency, coalesce(sum(r.amount_minor) filter (where v.reversal_id is null), 0)::bigint as sold_minor
      from redemptions r left join reversals v using (redemption_id) group by r.currency)
    select certs.currency, issued_minor, outstanding_minor, redeemed_minor, refunded_minor, expired_minor,
      issued_minor = outstanding_minor + redeemed_minor + refunded_minor + expired_minor
        and redeemed_minor = coalesce(sold_minor, 0) as holds
    from certs join moved using (currency) left join sold using (currency)`.execute(executor);
  return found.rows;
}
