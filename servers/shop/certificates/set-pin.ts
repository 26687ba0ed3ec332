import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { pinDigest } from '../../../kit/pin-digest.ts';
import type { ShopContext } from '../context.ts';
import { tellHolder } from './tell-holder.ts';

type Certificates = readonly { certificate_id: string }[];
type Key = { phone: string; pin: string };

/** The holder has chosen another PIN, and is told, in case it was not they. Browsers known until now are known no more. */
export async function replacePin(
  context: ShopContext,
  tx: Tx,
  certificates: Certificates,
  key: Key,
): Promise<void> {
  await setPin(context, tx, certificates, key);
  await sql`
    update certificates set pin_replaced_at = ${context.clock()}
    where certificate_id = any(${certificates.map(({ certificate_id }) => certificate_id)}::uuid[])`.execute(
    tx,
  );
  const [first] = certificates;
  if (first === undefined) return;
  const news = { kind: 'recipient.pin_changed', at: context.clock() } as const;
  await tellHolder(context, tx, first.certificate_id, news);
}

/**
 * The one place where another PIN is set: phone number and PIN, which were checked, on certificates that the caller has locked.
 * Whatever another PIN had opened ends: sessions at tills and away from them, checkouts that are not confirmed yet, and
 * hand-overs that nobody has accepted.
 */
export async function setPin(
  context: ShopContext,
  tx: Tx,
  certificates: Certificates,
  key: Key,
): Promise<void> {
  await storePin(context, tx, certificates, key);
  const ids = certificates.map(({ certificate_id }) => certificate_id);
  const now = context.clock();
  await sql`
    update certificate_balances set pin_version = pin_version + 1
    where certificate_id in (
      select certificate_id from certificate_balances where certificate_id = any(${ids}::uuid[])
      order by certificate_id for no key update)`.execute(tx);
  await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${now}
    where certificate_id = any(${ids}::uuid[]) and state in ('begun', 'open')`.execute(tx);
  await releaseCheckouts(tx, ids);
}

/** Digests phone number and PIN under the current key. */
export async function storePin(
  context: ShopContext,
  tx: Tx,
  certificates: Certificates,
  { phone, pin }: Key,
): Promise<void> {
  const ring = context.secrets.keyRing('pin_hmac');
  for (const { certificate_id } of certificates) {
    const { digest, key_version } = pinDigest(ring, { certificate_id, phone, pin });
    await sql`
      update certificates set phone = ${phone}, pin_digest = ${digest}, pin_key_version = ${key_version}
      where certificate_id = ${certificate_id}`.execute(tx);
  }
}

/** Releases all that the checkouts hold, on other certificates too: they are paid in whole or not at all. */
async function releaseCheckouts(tx: Tx, ids: readonly string[]): Promise<void> {
  const held = await sql<{ hold_id: string; certificate_id: string; amount_minor: bigint }>`
    select h.hold_id, h.certificate_id, h.amount_minor
    from holds h join certificate_balances b using (certificate_id)
    where h.state = 'held' and h.checkout_id in (
      select checkout_id from holds where certificate_id = any(${ids}::uuid[]) and state = 'held')
    order by h.certificate_id for update of b, h`.execute(tx);
  for (const { hold_id, certificate_id, amount_minor } of held.rows) {
    await sql`update holds set state = 'released' where hold_id = ${hold_id}`.execute(tx);
    await sql`
      update certificate_balances set held_minor = held_minor - ${amount_minor}
      where certificate_id = ${certificate_id}`.execute(tx);
  }
}
