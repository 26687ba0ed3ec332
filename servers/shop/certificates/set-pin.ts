import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { pinDigest } from '../../../kit/pin-digest.ts';
import type { ShopContext } from '../context.ts';
import { endOpenings } from './end-openings.ts';
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
 * Whatever another PIN had opened ends.
 */
export async function setPin(
  context: ShopContext,
  tx: Tx,
  certificates: Certificates,
  key: Key,
): Promise<void> {
  await storePin(context, tx, certificates, key);
  const ids = certificates.map(({ certificate_id }) => certificate_id);
  await endOpenings(tx, ids, context.clock());
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
