import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { keyedDigest } from '../../../../kit/keyed-digest.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { tokenDigest } from '../../../../kit/tokens.ts';
import type { ManagementContext } from '../../context.ts';
import { lockOrder, readOrderIfAny } from '../../orders/orders.ts';
import { whyClosed } from '../offers.ts';
import { contactOf, isStillTheirs, provedContacts } from './contacts.ts';

export const OPEN_RECEIVED_REFUSALS = refusals(
  'offer_not_found', // also if it was sent to nothing that the member proved
  'rate_limited', // the operator of the member's number is asked each time
  'number_recycled', // it has had another owner since the member proved it
  'number_not_checked', // no operator says: the gift is accepted by the link that its number was sent
  'already_accepted',
  'already_refused',
  'offer_expired',
  'wrong_state',
);

/**
 * A link by which a member answers a gift that was sent to what they proved, like the one that they were sent. Asked for again,
 * it is the same, until the gift is somebody else's: it is reckoned from the read-back of their name, and kept nowhere.
 */
export async function openReceived(
  context: ManagementContext,
  memberId: string,
  orderId: string,
): Promise<Result<{ url: string }, RefusalOf<typeof OPEN_RECEIVED_REFUSALS>>> {
  const { db, clock, secrets, publicUrl } = context;
  const contacts = await provedContacts(db, memberId);
  const asked = await readOrderIfAny(db, orderId);
  const contact = asked === undefined ? undefined : contactOf(asked, contacts);
  if (contact === undefined) return refuse('offer_not_found');
  const still = await isStillTheirs(context, memberId, contact);
  if (!still.ok) return still;
  if (still.value !== true) return refuse(still.value === false ? 'number_recycled' : 'number_not_checked');
  return inTransaction(
    db,
    async (tx): Promise<Result<{ url: string }, RefusalOf<typeof OPEN_RECEIVED_REFUSALS>>> => {
      const order = await lockOrder(tx, orderId);
      if (order === undefined || contactOf(order, [contact]) === undefined || order.answer_by === null)
        return refuse('offer_not_found');
      const closed = whyClosed(context, order);
      if (closed !== null) return refuse(closed);
      const about = [orderId, order.read_back_id, memberId].join(' ');
      const { digest } = keyedDigest(secrets.keyRing('token_pepper'), 'received', about);
      const token = `offer_${digest.toString('base64url')}`;
      await sql`
        insert into offer_links (token_digest, order_id, created_at)
        values (${tokenDigest(token)}, ${orderId}, ${clock()}) on conflict (token_digest) do nothing`.execute(
        tx,
      );
      return done({ url: `${publicUrl}/g/${token}` });
    },
  );
}
