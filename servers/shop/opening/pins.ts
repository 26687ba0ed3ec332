import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { pinDigest } from '../../../kit/pin-digest.ts';
import type { ShopContext } from '../context.ts';

/** Sets a PIN that was checked on certificates that the caller has locked. */
export async function setPin(
  context: ShopContext,
  tx: Executor,
  certificates: readonly { certificate_id: string }[],
  phone: string,
  pin: string,
): Promise<void> {
  const ring = context.secrets.keyRing('pin_hmac');
  for (const { certificate_id } of certificates) {
    const { digest, key_version } = pinDigest(ring, { certificate_id, phone, pin });
    await sql`
      update certificates set pin_digest = ${digest}, pin_key_version = ${key_version}
      where certificate_id = ${certificate_id}`.execute(tx);
  }
}
