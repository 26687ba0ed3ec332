import { sql } from 'kysely';
import type { CertificateState, RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { isCurrency, minorFromJson } from '../../../kit/money.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { certificateState } from './certificates.ts';

/**
 * Purchase 13: a certificate that was paid for becomes known here. It opens nothing until it is accepted.
 * Refusals in order: certificate_exists (the id or the order is known already), currency_unsupported.
 */
export async function registerCertificate(
  context: ShopContext,
  tx: Executor,
  operator: string,
  input: RegisterCertificate,
  evidence: Evidence,
): Promise<Result<CertificateState>> {
  const now = context.clock();
  const amount = minorFromJson(input.amount_minor);
  const known = await sql`
    select 1 from certificates where certificate_id = ${input.certificate_id} or order_id = ${input.order_id}`.execute(
    tx,
  );
  if (known.rows.length > 0) return refuse('certificate_exists');
  if (!isCurrency(input.currency)) return refuse('currency_unsupported');
  const evidenceId = await storeEvidence(tx, evidence);
  await sql`
    insert into certificates (certificate_id, order_id, operator, buyer_name, buyer_member_number, recipient_name,
      recipient_phone, recipient_email, amount_minor, currency, state, expires_at, registered_at, registered_evidence_id)
    values (${input.certificate_id}, ${input.order_id}, ${operator}, ${input.buyer_name}, ${input.buyer_member_number},
      ${input.recipient_name}, ${input.recipient_phone ?? null}, ${input.recipient_email ?? null}, ${amount},
      ${input.currency}, 'registered', ${input.expires_at}, ${now}, ${evidenceId})`.execute(tx);
  await sql`
    insert into certificate_balances (certificate_id, balance_minor, entry_no)
    values (${input.certificate_id}, ${amount}, 1)`.execute(tx);
  await sql`
    insert into certificate_entries
      (certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at)
    values (${input.certificate_id}, 1, 'registered', 0, ${amount}, ${amount}, ${input.order_id}, ${now})`.execute(
    tx,
  );
  const { certificate_id, currency } = input;
  return done(certificateState({ certificate_id, state: 'registered', balance_minor: amount, currency }));
}
