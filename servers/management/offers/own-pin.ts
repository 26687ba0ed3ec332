import { HOLDER_PATHS } from '../../../contracts/shop-holders.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import type { Gift } from '../orders/gift.ts';
import { askShopWithProof } from './ask-shop.ts';

/** Whether the number that got this gift has others of the same shop, so that it may have a PIN there. */
export async function mayHavePin(executor: Executor, { order }: Pick<Gift, 'order'>): Promise<boolean> {
  const { recipient_phone: phone, shop_id, order_id } = order;
  if (phone === null) return false;
  const found = await sql`
    select 1 from orders
    where accepted_phone = ${phone} and shop_id = ${shop_id} and state in ('accepted', 'issued') and order_id <> ${order_id}
    limit 1`.execute(executor);
  return found.rows.length > 0;
}

export const PROVE_PIN_REFUSALS = refusals(
  'pin_or_phone_wrong', // opens nothing that this number has there
  'certificate_locked', // too many wrong ones
  'rate_limited',
  'service_unavailable', // the shop did not answer
);

/** Its PIN was right, though nothing that it opens can be used now. */
const RIGHT: ReadonlySet<string> = new Set(['certificate_frozen', 'certificate_expired']);

/**
 * Has the shop compare a PIN with that of the certificates which this number has there already. Sealed for it, and counted
 * there as one that is keyed on the phone line.
 */
export async function provePin(
  context: ManagementContext,
  { shop }: Pick<Gift, 'shop'>,
  { phone, pin }: { phone: string; pin: string },
): Promise<Result<null, RefusalOf<typeof PROVE_PIN_REFUSALS>>> {
  const ring = context.secrets.keyRing('token_pepper');
  const caller = keyedDigest(ring, 'accepting', phone).digest.toString('base64url');
  const request = { party: shop.party, path: HOLDER_PATHS.balanceInquiries, keyed: { phone, pin } };
  const answer = await askShopWithProof(context, caller, request);
  if (answer.ok || RIGHT.has(answer.code)) return done(null);
  return refuse(knownRefusal(PROVE_PIN_REFUSALS, answer.code, 'service_unavailable'));
}
