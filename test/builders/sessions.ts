import { sql } from 'kysely';
import { addMs, DAY_MS } from '../../kit/clock.ts';
import { newId } from '../../kit/ids.ts';
import { newToken, tokenDigest } from '../../kit/tokens.ts';
import type { StaffRole } from '../../servers/management/operations/staff-log-in.ts';
import { MEMBER_ID, type TestManagement } from './management.ts';

/** The token of a member who is logged in on the web. */
export async function aMemberSession({ context }: TestManagement, memberId = MEMBER_ID): Promise<string> {
  const token = newToken('member', context.random);
  const now = context.clock();
  await sql`
    insert into member_sessions (session_id, member_id, token_digest, line, created_at, expires_at)
    values (${newId()}, ${memberId}, ${tokenDigest(token)}, 'web', ${now}, ${addMs(now, DAY_MS)})`.execute(
    context.db,
  );
  return token;
}

/** The token of somebody of the operator's staff. */
export async function aStaffSession({ context }: TestManagement, role: StaffRole): Promise<string> {
  const token = newToken('staff', context.random);
  const now = context.clock();
  const staffId = newId();
  await sql`
    insert into staff (staff_id, login, name, password_hash, role, created_at)
    values (${staffId}, ${`${role}-${staffId}`}, ${role}, '', ${role}, ${now})`.execute(context.db);
  await sql`
    insert into staff_sessions (session_id, staff_id, token_digest, created_at, expires_at)
    values (${newId()}, ${staffId}, ${tokenDigest(token)}, ${now}, ${addMs(now, DAY_MS)})`.execute(
    context.db,
  );
  return token;
}

/** A link to an offer, as its recipient got it. */
export async function anOfferToken({ context }: TestManagement, orderId: string): Promise<string> {
  const token = newToken('offer', context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${orderId}, ${context.clock()})`.execute(context.db);
  return token;
}
