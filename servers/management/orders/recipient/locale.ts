import { type Sql, sql } from '../../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../../kit/db/transaction.ts';
import { emailKey } from '../../../../kit/email.ts';
import type { Locale } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import type { OrderRow } from '../orders.ts';

/**
 * The language of messages to a phone number (E.164) or email address: what its owner chose, else that of their
 * membership if they have verified it, else `fallback`, the language of the sender.
 */
export async function recipientLocale(
  executor: Executor,
  address: string | null,
  fallback: Locale,
): Promise<Locale> {
  return (address === null ? undefined : await knownLocale(executor, address)) ?? fallback;
}

/** The known language of a phone number or email address, if any. */
export async function knownLocale(executor: Executor, address: string): Promise<Locale | undefined> {
  const found = await sql<{ locale: Locale | null }>`
    select ${localeAt(sql`${address}::text`)} as locale`.execute(executor);
  return found.rows[0]?.locale ?? undefined;
}

/** The known language of a phone number or email address within a statement, or null. A `limit` would have it read all members. */
export function localeAt(address: Sql): Sql {
  return sql`
    coalesce(
      (select l.locale from recipient_locales l where l.address = lower(${address})),
      (select min(k.locale) from members k
       where k.member_number is not null
         and (k.mobile = ${address} or k.landline = ${address} or lower(k.email) = lower(${address}))))`;
}

/** Stores the language that the owner of a number or address chose, for this gift and later ones. */
export async function chooseLocale(
  context: ManagementContext,
  tx: Tx,
  address: string,
  locale: Locale,
): Promise<void> {
  await sql`
    insert into recipient_locales (address, locale, updated_at)
    values (${emailKey(address)}, ${locale}, ${context.clock()})
    on conflict (address) do update set locale = excluded.locale, updated_at = excluded.updated_at`.execute(
    tx,
  );
}

/** The address that messages to an order's recipient go to. */
export function recipientAddress(order: OrderRow): string | null {
  return order.recipient_channel === 'email' ? order.recipient_email : order.recipient_phone;
}
