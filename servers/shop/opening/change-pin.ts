import type { CHANGE_PIN_REFUSALS } from '../../../contracts/shop-holders.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { pinMatches } from '../../../kit/pin-digest.ts';
import { checkPin, normalisePin } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { replacePin } from '../certificates/set-pin.ts';
import type { ShopContext } from '../context.ts';
import type { ProvenHolder } from './sealed-proofs.ts';

type Opened = { certificate_id: string; pin_digest: Buffer; pin_key_version: string };

/** Replaces the PIN of all certificates of the phone that the old one, which was just verified, opens; also of frozen ones. */
export async function changePin(
  context: ShopContext,
  tx: Tx,
  { phone, pin: old, new_pin }: Pick<ProvenHolder, 'phone' | 'pin' | 'new_pin'>,
): Promise<Result<{ changed: number }, RefusalOf<typeof CHANGE_PIN_REFUSALS>>> {
  if (new_pin === undefined) return refuse('sealed_pin_unreadable');
  const pin = normalisePin(new_pin);
  const bad = checkPin(pin, { phone, digits: context.settings.pinDigits });
  if (bad !== null) return refuse(bad);
  const found = await sql<Opened>`
    select certificate_id, pin_digest, pin_key_version from certificates
    where phone = ${phone} and state in ('active', 'frozen') and pin_digest is not null and pin_key_version is not null
    order by certificate_id for no key update`.execute(tx);
  const ring = context.secrets.keyRing('pin_hmac');
  const opened = found.rows.filter(({ certificate_id, pin_digest: digest, pin_key_version: key_version }) =>
    pinMatches(ring, { digest, key_version }, { certificate_id, phone, pin: old }),
  );
  if (opened.length === 0) return refuse('pin_or_phone_wrong');
  await replacePin(context, tx, opened, { phone, pin });
  return done({ changed: opened.length });
}
