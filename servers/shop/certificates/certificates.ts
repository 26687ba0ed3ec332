import type { CertificateState, READ_CERTIFICATE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { type Entry, type Fact, writeFact } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';

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
 * A certificate with its balance, both locked. Not FOR UPDATE: a hold that has locked the balance needs a key share lock on
 * the certificate to insert its row, and would deadlock with us.
 */
export async function lockCertificate(
  tx: Tx,
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
export async function findCertificate(
  executor: Executor,
  operator: string,
  certificateId: string,
): Promise<CertificateRow | undefined> {
  const found = await sql<CertificateRow>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency, c.expires_at
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.operator = ${operator}`.execute(executor);
  return found.rows[0];
}

export async function readCertificate(
  executor: Executor,
  operator: string,
  certificateId: string,
): Promise<Result<CertificateState, RefusalOf<typeof READ_CERTIFICATE_REFUSALS>>> {
  const row = await findCertificate(executor, operator, certificateId);
  return row === undefined ? refuse('certificate_not_found') : done(certificateState(row));
}

/** Moves a balance, which the caller has locked. The fact that the entry belongs to is the caller's to write. */
export async function moveBalance(tx: Tx, certificateId: string, delta_minor: bigint): Promise<Entry> {
  const moved = await sql<{ entry_no: bigint; after_minor: bigint }>`
    update certificate_balances
    set balance_minor = balance_minor + ${delta_minor}, entry_no = entry_no + 1
    where certificate_id = ${certificateId}
    returning entry_no, balance_minor as after_minor`.execute(tx);
  const row = moved.rows[0];
  if (row === undefined) throw new Error(`Certificate ${certificateId} has no balance.`);
  return { ...row, delta_minor, before_minor: row.after_minor - delta_minor };
}

/** Appends an entry that moves no value, and of which nobody else is told. The caller has locked the balance. */
export async function appendEvent(
  { signingKey, clock }: Pick<ShopContext, 'signingKey' | 'clock'>,
  tx: Tx,
  {
    certificate_id,
    ...event
  }: Pick<Fact, 'kind' | 'fact_id' | 'terminal_id' | 'clerk_id'> & {
    certificate_id: string;
    store_id?: string;
    content: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const entry = await moveBalance(tx, certificate_id, 0n);
  const content = { ...event.content, certificate_id, entry_no: minorToJson(entry.entry_no) };
  await writeFact(tx, {
    ...event,
    party: signingKey.party,
    subject_id: certificate_id,
    entry,
    content,
    at: clock(),
  });
}
