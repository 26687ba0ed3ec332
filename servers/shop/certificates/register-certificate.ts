import type {
  CertificateState,
  REGISTER_CERTIFICATE_REFUSALS,
  RegisterCertificate,
} from '../../../contracts/shop-certificates.ts';
import { dayIn, endOfDay, endOfTerm } from '../../../kit/calendar.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { isCurrency, minorFromJson } from '../../../kit/money.ts';
import { done, type Refusal, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { insertEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { openBooks, postToBooks } from '../books/books.ts';
import type { ShopContext } from '../context.ts';
import { type CertificateRow, certificateState } from './certificates.ts';

/** The largest amount of one certificate. */
const AMOUNT_MINOR_MAX = 1_000_000_000n;

/**
 * Purchase 13: registers a certificate that has been paid for. It can't be used until it is accepted. Registering the
 * same content again returns the current state.
 */
export async function registerCertificate(
  context: ShopContext,
  tx: Executor,
  operator: string,
  input: RegisterCertificate,
  evidence: Evidence,
): Promise<Result<CertificateState, RefusalOf<typeof REGISTER_CERTIFICATE_REFUSALS>>> {
  const expiresAt = expiryOf(context, input);
  const bad = whyNot(input, expiresAt);
  const now = context.clock();
  const isNew = bad === null && (await insertCertificate(context, tx, operator, input, expiresAt, evidence));
  if (!isNew)
    return (await findRegistered(tx, operator, input, expiresAt)) ?? bad ?? refuse('certificate_exists');
  const { certificate_id, currency } = input;
  const amount_minor = minorFromJson(input.amount_minor);
  await openBooks(tx, currency, now);
  const entry = {
    debit: 'funds',
    credit: 'outstanding',
    code: 'register',
    subject_id: certificate_id,
  } as const;
  await postToBooks(tx, { ...entry, amount_minor, currency }, now);
  return done(
    certificateState({ certificate_id, state: 'registered', balance_minor: amount_minor, currency }),
  );
}

/** Why it can't be registered, unless it has been already. */
function whyNot(
  { amount_minor, currency, term, expires_at }: RegisterCertificate,
  expiresAt: Date,
): Refusal<'amount_out_of_range' | 'currency_unsupported' | 'expiry_mismatch'> | null {
  if (minorFromJson(amount_minor) > AMOUNT_MINOR_MAX) return refuse('amount_out_of_range');
  if (!isCurrency(currency)) return refuse('currency_unsupported');
  return term !== undefined && Date.parse(expires_at) !== expiresAt.getTime()
    ? refuse('expiry_mismatch', { expires_at: expiresAt.toISOString() })
    : null;
}

/** Stores the certificate with its balance, the fact and the request, in one statement. False if it is there already. */
async function insertCertificate(
  { clock, signingKey }: ShopContext,
  tx: Executor,
  operator: string,
  input: RegisterCertificate,
  expiresAt: Date,
  evidence: Evidence,
): Promise<boolean> {
  const now = clock();
  const { certificate_id, order_id, currency } = input;
  const amount = minorFromJson(input.amount_minor);
  const evidenceId = newId();
  const fact = {
    party: signingKey.party,
    kind: 'certificate_registered',
    fact_id: derivedId('certificate_registered', certificate_id),
    subject_id: certificate_id,
    entry: { entry_no: 1n, before_minor: 0n, delta_minor: amount, after_minor: amount },
    currency,
    content: { certificate_id, order_id, amount_minor: input.amount_minor, currency },
    at: now,
  };
  const inserted = await sql`
    with placed as (
      insert into certificates (certificate_id, order_id, operator, buyer_name, buyer_member_number, recipient_name,
        recipient_phone, recipient_email, amount_minor, currency, state, expires_at, registered_at, registered_evidence_id)
      values (${certificate_id}, ${order_id}, ${operator}, ${input.buyer_name}, ${input.buyer_member_number},
        ${input.recipient_name}, ${input.recipient_phone ?? null}, ${input.recipient_email ?? null}, ${amount},
        ${currency}, 'registered', ${expiresAt}, ${now}, ${evidenceId})
      on conflict do nothing returning certificate_id),
    signed as (${insertEvidence(evidence, sql`placed`, evidenceId)}),
    opened as (
      insert into certificate_balances (certificate_id, balance_minor, entry_no)
      select certificate_id, ${amount}, 1 from placed),
    ${factParts(fact, sql`placed`)}
    select 1 from placed`.execute(tx);
  return inserted.rows.length > 0;
}

/**
 * The end of the last day of the term. An older management server names a moment without a term, and the certificate is
 * valid through the day of that moment.
 */
function expiryOf({ settings }: ShopContext, { term, expires_at }: RegisterCertificate): Date {
  const zone = settings.timeZone;
  return term === undefined ? endOfDay(zone, dayIn(zone, new Date(expires_at))) : endOfTerm(zone, term);
}

async function findRegistered(
  tx: Executor,
  operator: string,
  input: RegisterCertificate,
  expiresAt: Date,
): Promise<Result<CertificateState, 'certificate_exists'> | undefined> {
  const found = await sql<CertificateRow & { same: boolean }>`
    select c.certificate_id, c.order_id, c.operator, c.state, b.balance_minor, c.currency, c.expires_at,
      c.certificate_id = ${input.certificate_id} and c.order_id = ${input.order_id} and c.operator = ${operator}
        and c.buyer_name = ${input.buyer_name} and c.buyer_member_number = ${input.buyer_member_number}
        and c.recipient_name = ${input.recipient_name}
        and c.recipient_phone is not distinct from ${input.recipient_phone ?? null}
        and c.recipient_email is not distinct from ${input.recipient_email ?? null}
        and c.amount_minor = ${minorFromJson(input.amount_minor)} and c.currency = ${input.currency}
        and c.expires_at = ${expiresAt}::timestamptz as same
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${input.certificate_id} or c.order_id = ${input.order_id}`.execute(tx);
  const [row] = found.rows;
  if (row === undefined) return undefined;
  return row.same ? done(certificateState(row)) : refuse('certificate_exists');
}
