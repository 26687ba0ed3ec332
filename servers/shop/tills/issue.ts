import { sql } from 'kysely';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { queueNotice } from '../../../kit/notices/outbox.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { openNumber } from '../certificates/number-vault.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../redeem/redeem.ts';

/** For so long after it, what was issued can be printed, shown or sent. */
export const PRINTABLE_MINUTES = 10;

type Certificate = { order_id: string; operator: string; print_count: number };

/**
 * Receipt 7–8: gives a certificate out at a terminal. The first time it is issued, and the buyer will hear of it; each
 * further time is a reprint and counted. Refusals in order: verification_expired, certificate_not_found,
 * certificate_not_active.
 */
export async function issue(
  context: ShopContext,
  tx: Executor,
  till: Till,
  issueId: string,
  { verification_token, certificate_id }: { verification_token: string; certificate_id: string },
): Promise<Result<{ issue_id: string; certificate_id: string; print_no: number }>> {
  const now = context.clock();
  const verified = await findVerified(context, tx, till, verification_token, certificate_id);
  if (!verified.ok) return verified;
  const counted = await sql<Certificate>`
    update certificates set print_count = print_count + 1, issued_at = coalesce(issued_at, ${now}::timestamptz)
    where certificate_id = ${certificate_id} and state = 'active' and locked_at is null and expires_at > ${now}
    returning order_id, operator, print_count`.execute(tx);
  const certificate = counted.rows[0];
  if (certificate === undefined) return refuse('certificate_not_active');
  const printNo = certificate.print_count;
  await sql`
    insert into issues (issue_id, certificate_id, terminal_id, print_no, at)
    values (${issueId}, ${certificate_id}, ${till.terminal_id}, ${printNo}, ${now})`.execute(tx);
  if (printNo === 1) {
    const { operator: party, order_id } = certificate;
    const { store_id, store_name } = till;
    const content = { certificate_id, order_id, store_id, store_name, issue_id: issueId };
    await queueNotice(tx, { party, kind: 'certificate_issued', content }, now);
  }
  return done({ issue_id: issueId, certificate_id, print_no: printNo });
}

/** What the printer needs, the whole number included. It is read anew each time and stored with no answer. */
export async function readPrint(
  context: ShopContext,
  till: Till,
  issueId: string,
): Promise<
  Result<{
    certificate_number: string;
    shop_name: string;
    store_name: string;
    buyer_name: string;
    recipient_name: string;
    print_no: number;
    amount_minor: number;
    balance_minor: number;
    currency: string;
    expires_at: string;
  }>
> {
  const found = await sql<{
    certificate_id: string;
    number_encrypted: Buffer;
    number_key_version: string;
    buyer_name: string;
    recipient_name: string;
    print_no: number;
    amount_minor: bigint;
    balance_minor: bigint;
    currency: string;
    expires_at: Date;
  }>`
    select c.certificate_id, c.number_encrypted, c.number_key_version, c.buyer_name,
      coalesce(c.holder_name, c.recipient_name) as recipient_name, i.print_no,
      c.amount_minor, b.balance_minor, c.currency, c.expires_at
    from issues i join certificates c using (certificate_id) join certificate_balances b using (certificate_id)
    where i.issue_id = ${issueId} and i.terminal_id = ${till.terminal_id}
      and c.number_encrypted is not null and c.number_key_version is not null
      and i.at > ${addMs(context.clock(), -PRINTABLE_MINUTES * MINUTE_MS)}`.execute(context.db);
  const row = found.rows[0];
  if (row === undefined) return refuse('certificate_not_found');
  const { certificate_id, number_encrypted, number_key_version, ...shown } = row;
  const certificate_number = openNumber(
    context.secrets,
    certificate_id,
    number_encrypted,
    number_key_version,
  );
  return done({
    certificate_number,
    ...shown,
    shop_name: context.settings.brandKo,
    store_name: till.store_name,
    amount_minor: minorToJson(shown.amount_minor),
    balance_minor: minorToJson(shown.balance_minor),
    expires_at: shown.expires_at.toISOString(),
  });
}

/** Whether a verification at this terminal opened the certificate. */
export async function findVerified(
  context: ShopContext,
  tx: Executor,
  till: Till,
  token: string,
  certificateId: string,
): Promise<Result<{ verification_id: string }>> {
  const found = await sql<{ verification_id: string; certificate_id: string | null }>`
    select v.verification_id, c.certificate_id from verifications v
    left join verified_certificates o on o.verification_id = v.verification_id and o.certificate_id = ${certificateId}
    left join certificates c on c.certificate_id = o.certificate_id and c.phone = v.phone
    where v.token_digest = ${tokenDigest(token)} and v.terminal_id = ${till.terminal_id}
      and v.expires_at > ${context.clock()}`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return refuse('verification_expired');
  if (row.certificate_id === null) return refuse('certificate_not_found');
  return done({ verification_id: row.verification_id });
}
