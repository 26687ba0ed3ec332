import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { emailKey } from '../../../../kit/email.ts';
import { done, type Result, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import type { OrderRow } from '../../orders/orders.ts';

/** A number (E.164) or mail address (as it is compared) that a member proved to be theirs, and when. */
export type ProvedContact = { kind: 'phone' | 'email'; address: string; proved_at: Date };

type Row = {
  mobile: string | null;
  mobile_verified_at: Date | null;
  landline: string | null;
  landline_verified_at: Date | null;
  email: string | null;
  email_verified_at: Date | null;
};

/** What a member proved; an address that is somebody else's key is not among it. */
export async function provedContacts(executor: Executor, memberId: string): Promise<ProvedContact[]> {
  const found = await sql<Row>`
    select mobile, mobile_verified_at, landline, landline_verified_at,
      case when not email_is_anothers then email end as email, email_verified_at
    from members where member_id = ${memberId} and member_number is not null`.execute(executor);
  const [row] = found.rows;
  if (row === undefined) return [];
  const { mobile, landline, email } = row;
  return [
    ...contact('phone', mobile, row.mobile_verified_at),
    ...contact('phone', landline, row.landline_verified_at),
    ...contact('email', email === null ? null : emailKey(email), row.email_verified_at),
  ];
}

function contact(
  kind: ProvedContact['kind'],
  address: string | null,
  proved_at: Date | null,
): ProvedContact[] {
  return address === null || proved_at === null ? [] : [{ kind, address, proved_at }];
}

/** The one of them that a gift was sent to. */
export function contactOf(
  { recipient_phone, recipient_email }: Pick<OrderRow, 'recipient_phone' | 'recipient_email'>,
  contacts: readonly ProvedContact[],
): ProvedContact | undefined {
  const address = recipient_phone ?? (recipient_email === null ? null : emailKey(recipient_email));
  return contacts.find((known) => known.address === address);
}

/**
 * Whether a contact is still its member's: a number may have another owner by now, who is sent gifts of their own. Undefined if
 * no operator says. A mail address stays, and so does a number for its first day, since operators know the day.
 */
export async function isStillTheirs(
  { clock, limits, carriers }: ManagementContext,
  memberId: string,
  { kind, address, proved_at }: ProvedContact,
): Promise<Result<boolean | undefined, 'rate_limited'>> {
  if (kind === 'email' || addMs(proved_at, DAY_MS) > clock()) return done(true);
  const allowed = await limits.receivedChecksByMember.consume(memberId);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const recycled = await carriers.wasRecycledSince(address, proved_at);
  return done(recycled === undefined ? undefined : !recycled);
}
