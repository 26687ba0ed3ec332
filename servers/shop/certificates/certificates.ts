import type { CertificateState, READ_CERTIFICATE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';

export type CertificateRow = {
  certificate_id: string;
  order_id: string;
  operator: string;
  state: CertificateState['state'];
  balance_minor: bigint;
  currency: string;
  expires_at: Date;
};

/**
 * A certificate with its balance, both locked. Not FOR UPDATE: a redemption that has locked the balance needs a key share
 * lock on the certificate to append its entry, and would deadlock with us.
 */
export async function lockCertificate(
  tx: Executor,
  operator: string,
  certificateId: string,
): Promise<CertificateRow | undefined> {
  const found = await sql<CertificateRow>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency, c.expires_at
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.operator = ${operator} for no key update`.execute(tx);
  return found.rows[0];
}

export function certificateState(
  row: Pick<CertificateRow, 'certificate_id' | 'state' | 'balance_minor' | 'currency'>,
): CertificateState {
  const { certificate_id, state, currency } = row;
  return { certificate_id, state, balance_minor: minorToJson(row.balance_minor), currency };
}

/** Each operator sees only its own certificates. */
export async function readCertificate(
  executor: Executor,
  operator: string,
  certificateId: string,
): Promise<Result<CertificateState, RefusalOf<typeof READ_CERTIFICATE_REFUSALS>>> {
  const found = await sql<CertificateRow>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency, c.expires_at
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.operator = ${operator}`.execute(executor);
  const row = found.rows[0];
  return row === undefined ? refuse('certificate_not_found') : done(certificateState(row));
}

/** Appends an entry and updates the balance with it. The caller has locked the balance. */
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
