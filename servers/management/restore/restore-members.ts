import { Value } from 'typebox/value';
import { isCash } from '../../../contracts/cash.ts';
import { RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ManagementContext } from '../context.ts';
import { addPaymentMethod } from '../members/payment-methods/payment-methods.ts';
import { hashPhonePin } from '../members/phone-pin-hash.ts';
import { shareKey } from '../orders/order-calls.ts';
import { eachToldCall, find, orderedBy } from './told-calls.ts';

/** Who ordered, by order or group, and is no member here. */
export type Strangers = Map<string, string>;

/** Notes who ordered since then and is not known; and stores cards again that were added since, as settlement tells of them. */
export async function meetBuyers(
  context: ManagementContext,
  party: Party,
  since: Date,
  strangers: Strangers,
): Promise<boolean> {
  return eachToldCall(context, party, since, ['authorise'], async (told) => {
    const ordered = orderedBy(told);
    if (ordered === undefined) return;
    const { order_id, payer_reference } = ordered;
    if (!(await isMember(context, payer_reference))) strangers.set(order_id, payer_reference);
  });
}

/**
 * Stores those members again whose certificates say who they are: with their name and number, and nothing to log in or be reached
 * with, which nobody else knows. Staff find each of them.
 */
export function restoreMembers(
  context: ManagementContext,
  party: Party,
  since: Date,
  strangers: Strangers,
): Promise<boolean> {
  return eachToldCall(context, party, since, ['register'], async ({ body, call_id, received_at }) => {
    const certificate: unknown = JSON.parse(body);
    if (!Value.Check(RegisterCertificate, certificate)) return;
    const { order_id, buyer_name, buyer_member_number } = certificate;
    const group = [...strangers.keys()].find((id) => shareKey(id, order_id) === call_id);
    const memberId = strangers.get(order_id) ?? (group === undefined ? undefined : strangers.get(group));
    if (memberId === undefined || (await isMember(context, memberId))) return;
    const pin = await hashPhonePin(context, memberId, context.random(16).toString('hex'));
    // Whoever had begun to sign up at the backup has completed it: nobody else can order.
    await sql`
      insert into members as m (member_id, member_number, name, mobile_verified_at, phone_pin_hash, locale, preferred_channel,
        joined_by, created_at)
      values (${memberId}, ${buyer_member_number}, ${buyer_name}, ${received_at}, ${pin}, 'ko', 'sms', 'telephone', ${received_at})
      on conflict (member_id) do update set member_number = excluded.member_number, mobile_verified_at = ${received_at},
        email_verified_at = case when m.email is null then null else ${received_at}::timestamptz end`.execute(
      context.db,
    );
    await find(context, {
      kind: 'member_not_restored',
      party: party.party,
      subject_id: memberId,
      about: `member number ${buyer_member_number}`,
    });
  });
}

/** Cards that were added since the backup, as settlement tells of them. One that it does not tell of now, its owner adds again. */
export async function restoreCards(context: ManagementContext): Promise<void> {
  const missing = await sql<{ member_id: string; payment_method_id: string }>`
    select distinct o.member_id, o.payment_method_id from orders o join calls c on c.subject_id = o.order_id
    where c.purpose = 'authorise' and not exists (
      select from payment_methods p where p.payment_method_id = o.payment_method_id)
      and o.created_at >= (select lost_since from epochs order by epoch_no desc limit 1)`.execute(context.db);
  for (const { member_id, payment_method_id } of missing.rows)
    if (!isCash(payment_method_id)) await addPaymentMethod(context, member_id, payment_method_id);
}

async function isMember({ db }: ManagementContext, memberId: string): Promise<boolean> {
  const found = await sql`
    select 1 from members where member_id = ${memberId} and member_number is not null`.execute(db);
  return found.rows.length > 0;
}
