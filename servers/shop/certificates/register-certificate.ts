import type {
  CertificateState,
  REGISTER_CERTIFICATE_REFUSALS,
  RegisterCertificate,
} from '../../../contracts/shop-certificates.ts';
import { dayIn, endOfDay, endOfTerm } from '../../../kit/calendar.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { type Kept, kept } from '../../../kit/idempotency.ts';
import { isCurrency, minorFromJson } from '../../../kit/money.ts';
import { done, type Refusal, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { openBooks } from '../books/books.ts';
import type { ShopContext } from '../context.ts';
import { type CertificateRow, certificateState } from './certificates.ts';
import { insertCertificate, type Received } from './insert-certificate.ts';

type RegisterRefusal = RefusalOf<typeof REGISTER_CERTIFICATE_REFUSALS>;

/** The largest amount of one certificate. */
const AMOUNT_MINOR_MAX = 1_000_000_000n;

/**
 * Purchase 13: registers a certificate that has been paid for. It can't be used until it is accepted. Registering the
 * same content again returns the current state.
 */
export async function registerCertificate(
  context: ShopContext,
  db: Db,
  operator: string,
  input: RegisterCertificate,
  received: Received,
): Promise<Result<CertificateState, RegisterRefusal> | Kept<CertificateState>> {
  const expiresAt = expiryOf(context, input);
  const bad = whyNot(input, expiresAt);
  const { certificate_id, currency } = input;
  const balance_minor = minorFromJson(input.amount_minor);
  const registered = certificateState({ certificate_id, state: 'registered', balance_minor, currency });
  const party = context.signingKey.party;
  const at = context.clock();
  const certificate = { party, operator, input, expiresAt, answer: registered, received, at };
  const insert = () => insertCertificate(db, certificate);
  const find = () => findRegistered(db, operator, input, expiresAt);
  if (bad === null && (await insert())) return kept(registered);
  const known = (await find()) ?? bad;
  if (known !== null) return known;
  // The first of its currency, or one of several that were the first at the same time.
  await openBooks(db, currency, at);
  return (await insert()) ? kept(registered) : ((await find()) ?? refuse('certificate_exists'));
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

/**
 * The end of the last day of the term. An older management server names a moment without a term, and the certificate is
 * valid through the day of that moment.
 */
function expiryOf({ settings }: ShopContext, { term, expires_at }: RegisterCertificate): Date {
  const zone = settings.timeZone;
  return term === undefined ? endOfDay(zone, dayIn(zone, new Date(expires_at))) : endOfTerm(zone, term);
}

async function findRegistered(
  db: Db,
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
    where c.certificate_id = ${input.certificate_id} or c.order_id = ${input.order_id}`.execute(db);
  const [row] = found.rows;
  if (row === undefined) return undefined;
  return row.same ? done(certificateState(row)) : refuse('certificate_exists');
}
