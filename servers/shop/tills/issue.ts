import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { openNumber } from '../certificates/number-vault.ts';
import type { ShopContext } from '../context.ts';
import { checkVerified } from '../opening/verified.ts';
import type { Till } from '../stores/places.ts';

/** For this long after it was issued, a certificate can be printed, shown or texted. */
export const PRINTABLE_MINUTES = 10;

type Certificate = { order_id: string; operator: string; print_count: number };

export const ISSUE_REFUSALS = refusals(
  'verification_expired',
  'certificate_not_found',
  'certificate_not_active',
);

/**
 * Receipt 7–8: issues a certificate at a terminal. The first time, management is told for the buyer; later times are
 * counted as reprints.
 */
export async function issue(
  context: ShopContext,
  tx: Tx,
  till: Till,
  { verification_token, certificate_id }: { verification_token: string; certificate_id: string },
): Promise<
  Result<{ issue_id: string; certificate_id: string; print_no: number }, RefusalOf<typeof ISSUE_REFUSALS>>
> {
  const now = context.clock();
  const verified = await checkVerified(context, tx, till, verification_token, certificate_id);
  if (!verified.ok) return verified;
  const counted = await sql<Certificate>`
    update certificates set print_count = print_count + 1, issued_at = coalesce(issued_at, ${now}::timestamptz)
    where certificate_id = ${certificate_id} and state = 'active' and expires_at > ${now}
    returning order_id, operator, print_count`.execute(tx);
  const certificate = counted.rows[0];
  if (certificate === undefined) return refuse('certificate_not_active');
  const { order_id, operator, print_count: print_no } = certificate;
  const issue_id = derivedId('certificate_issued', certificate_id, `${print_no}`);
  const { store_id, store_name, terminal_id } = till;
  await writeFact(tx, {
    party: print_no === 1 ? operator : context.signingKey.party,
    kind: 'certificate_issued',
    fact_id: issue_id,
    line_no: print_no,
    subject_id: certificate_id,
    store_id,
    terminal_id,
    content: { certificate_id, order_id, store_id, store_name, issue_id },
    at: now,
  });
  return done({ issue_id, certificate_id, print_no });
}

export const READ_PRINT_REFUSALS = refusals(
  'certificate_not_found', // not issued at this terminal in the last ten minutes
);

/** What the printer needs, including the full number; that is read each time and never stored with a response. */
export async function readPrint(
  context: ShopContext,
  till: Till,
  issueId: string,
): Promise<
  Result<
    {
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
    },
    RefusalOf<typeof READ_PRINT_REFUSALS>
  >
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
