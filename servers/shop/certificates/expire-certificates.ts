import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { postToBooks } from '../books/books.ts';
import type { ShopContext } from '../context.ts';
import { type CertificateRow, moveBalance } from './certificates.ts';
import { tellHolder } from './tell-holder.ts';

/**
 * Expires certificates and takes what is left of them off the outstanding balance. A certificate with a hold expires only
 * once the hold has ended. Whoever holds one that had a balance is told. Returns how many expired.
 */
export function expireCertificates(context: ShopContext): Promise<number> {
  const due = (now: Date) => sql`
    select c.certificate_id::text as subject_id, c.expires_at as due_at
    from certificates c join certificate_balances b using (certificate_id)
    where c.state = 'active' and c.expires_at <= ${now} and b.held_minor = 0`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'expire_certificates', find, (_within, { subject_id }) =>
    inTransaction(context.db, (tx) => expire(context, tx, subject_id, context.clock())),
  );
}

/** False if another process was first, or a hold has come. */
async function expire(context: ShopContext, tx: Tx, certificateId: string, now: Date): Promise<boolean> {
  const locked = await sql<CertificateRow>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency, c.expires_at
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.state = 'active' and c.expires_at <= ${now} and b.held_minor = 0
    for no key update`.execute(tx);
  const [certificate] = locked.rows;
  if (certificate === undefined) return false;
  if (certificate.balance_minor > 0n) await takeOffBalance(context, tx, certificate, now);
  await sql`update certificates set state = 'expired' where certificate_id = ${certificateId}`.execute(tx);
  return true;
}

async function takeOffBalance(
  context: ShopContext,
  tx: Tx,
  { certificate_id, balance_minor, currency, order_id, operator, expires_at }: CertificateRow,
  now: Date,
): Promise<void> {
  const transfer = {
    debit: 'outstanding',
    credit: 'expired',
    code: 'expire',
    subject_id: certificate_id,
  } as const;
  await postToBooks(tx, { ...transfer, amount_minor: balance_minor, currency }, now);
  const content = { certificate_id, order_id, amount_minor: minorToJson(balance_minor), currency };
  await writeFact(tx, {
    party: operator,
    kind: 'certificate_expired',
    fact_id: derivedId('certificate_expired', certificate_id),
    subject_id: certificate_id,
    entry: await moveBalance(tx, certificate_id, -balance_minor),
    currency,
    content,
    at: now,
  });
  const left = { amount_minor: content.amount_minor, currency };
  const news = { kind: 'recipient.certificate_expired', left, at: expires_at } as const;
  await tellHolder(context, tx, certificate_id, news);
}
