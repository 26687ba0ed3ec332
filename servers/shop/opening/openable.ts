import { type Day, dayIn } from '../../../kit/calendar.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { numberDigests } from '../certificates/number-vault.ts';
import type { ShopContext } from '../context.ts';

export type Identity = { phone: string } | { certificate_number: string };

export type OpenedCertificate = {
  certificate_id: string;
  buyer_name: string;
  recipient_name: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
  last4: string;
  issued: boolean;
  expires_at: string;
};

export type Verification = {
  verification_token: string;
  expires_at: string;
  certificates: OpenedCertificate[];
};

/** A certificate that a phone number or certificate number names, before anything is proven. */
export type Openable = {
  certificate_id: string;
  phone: string;
  operator: string;
  buyer_name: string;
  recipient_name: string;
  amount_minor: bigint;
  balance_minor: bigint;
  held_minor: bigint;
  currency: string;
  number_last4: string;
  pin_digest: Buffer;
  pin_key_version: string;
  pin_replaced_at: Date | null;
  issued_at: Date | null;
  code_needed_since: Date | null;
  expires_at: Date;
  /** Its PIN only says so. */
  is_expired: boolean;
};

export const VERIFICATION_MINUTES = 5;

/** The certificates of a phone, or the one of a number; those that have expired, too. */
export async function findOpenable(
  context: ShopContext,
  executor: Executor,
  identity: Identity,
): Promise<Openable[]> {
  const now = context.clock();
  const condition: Sql =
    'phone' in identity
      ? sql`c.phone = ${identity.phone}`
      : sql`c.number_digest = any(${numberDigests(context.secrets, identity.certificate_number)})`;
  const found = await sql<Openable>`
    select c.certificate_id, c.phone, c.operator, c.buyer_name,
      coalesce(c.holder_name, c.recipient_name) as recipient_name, c.amount_minor, b.balance_minor, b.held_minor,
      c.currency, c.number_last4, c.pin_digest, c.pin_key_version, c.pin_replaced_at, c.issued_at, c.code_needed_since, c.expires_at,
      (c.state = 'expired' or c.expires_at <= ${now}) as is_expired
    from certificates c join certificate_balances b using (certificate_id)
    where ${condition} and c.state in ('active', 'expired')
      and c.phone is not null and c.number_last4 is not null and c.pin_digest is not null
      and c.pin_key_version is not null
    order by c.certificate_id`.execute(executor);
  return found.rows;
}

/** The last day on which one of these could be used. */
export function lastDayOf({ settings }: ShopContext, expired: readonly Openable[]): Day {
  const days = expired.map(({ expires_at }) => dayIn(settings.timeZone, expires_at));
  return days.toSorted().at(-1) ?? '';
}

/** Opens certificates for a few minutes: at this terminal, or, without one, for whoever has the token. */
export async function openFor(
  context: ShopContext,
  tx: Executor,
  opened: readonly Openable[],
  terminal_id: string | null,
): Promise<Verification & { verification_id: string }> {
  const now = context.clock();
  const expires = addMs(now, VERIFICATION_MINUTES * MINUTE_MS);
  const token = newToken('verified', context.random);
  const verification_id = newId();
  const phone = opened[0]?.phone ?? '';
  const ids = opened.map(({ certificate_id }) => certificate_id);
  await sql`
    insert into verifications (verification_id, token_digest, terminal_id, phone, expires_at, created_at)
    values (${verification_id}, ${tokenDigest(token)}, ${terminal_id}, ${phone}, ${expires}, ${now})`.execute(
    tx,
  );
  await sql`
    insert into verified_certificates (verification_id, certificate_id)
    select ${verification_id}, unnest(${ids}::uuid[])`.execute(tx);
  return {
    verification_id,
    verification_token: token,
    expires_at: expires.toISOString(),
    certificates: opened.map(viewOf),
  };
}

/** Ends the rule that these are opened only with a code from afar, since whoever knows PIN or phone was there. */
export async function endCodeNeed(tx: Executor, opened: readonly Openable[]): Promise<void> {
  const due = opened.filter(({ code_needed_since }) => code_needed_since !== null);
  if (due.length === 0) return;
  await sql`
    update certificates set code_needed_since = null
    where certificate_id = any(${due.map(({ certificate_id }) => certificate_id)}::uuid[])`.execute(tx);
}

function viewOf(certificate: Openable): OpenedCertificate {
  return {
    certificate_id: certificate.certificate_id,
    buyer_name: maskName(certificate.buyer_name),
    recipient_name: maskName(certificate.recipient_name),
    amount_minor: minorToJson(certificate.amount_minor),
    balance_minor: minorToJson(certificate.balance_minor - certificate.held_minor),
    currency: certificate.currency,
    last4: certificate.number_last4,
    issued: certificate.issued_at !== null,
    expires_at: certificate.expires_at.toISOString(),
  };
}
