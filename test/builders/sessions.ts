import { addMs, DAY_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { NOBODY_HASH } from '../../kit/passwords.ts';
import type { StaffContext } from '../../kit/staff/context.ts';
import { addStaff } from '../../kit/staff/staff.ts';
import { newToken, tokenDigest } from '../../kit/tokens.ts';
import { MEMBER_ID, type TestManagement } from './management.ts';

/** The token of a member who is logged in on the web. */
export async function aMemberSession(
  { context }: Pick<TestManagement, 'context'>,
  memberId = MEMBER_ID,
  lastsMs = DAY_MS,
): Promise<string> {
  const token = newToken('member', context.random);
  const now = context.clock();
  await sql`
    insert into member_sessions (session_id, member_id, token_digest, line, created_at, expires_at, proved_at, last_used_at)
    values (${newId()}, ${memberId}, ${tokenDigest(token)}, 'web', ${now}, ${addMs(now, lastsMs)}, ${now}, ${now})`.execute(
    context.db,
  );
  return token;
}

/** Somebody of a server's staff, who can't log in. Returns their id. */
export async function aStaffMember(
  { context }: { context: Pick<StaffContext, 'db' | 'clock'> },
  role: string,
): Promise<string> {
  const staff_id = newId();
  const login = `${role}-${staff_id}`;
  await addStaff(context, context.db, { staff_id, login, name: role, role, password_hash: NOBODY_HASH });
  return staff_id;
}

/** The token of somebody of a server's staff, who is never idle and has just proved who they are. */
export async function aStaffSession(
  { context }: { context: Pick<StaffContext, 'db' | 'clock' | 'random'> },
  role: string,
  lastsMs = DAY_MS,
): Promise<string> {
  const token = newToken('staff', context.random);
  const now = context.clock();
  const ends = addMs(now, lastsMs);
  const staff_id = await aStaffMember({ context }, role);
  await sql`
    insert into staff_sessions
      (session_id, staff_id, token_digest, created_at, expires_at, last_seen_at, proved_at)
    values (${newId()}, ${staff_id}, ${tokenDigest(token)}, ${now}, ${ends}, ${ends}, ${ends})`.execute(
    context.db,
  );
  return token;
}

/** A link to an offer, as its recipient got it. */
export async function anOfferToken(
  { context }: Pick<TestManagement, 'context'>,
  orderId: string,
): Promise<string> {
  const token = newToken('offer', context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${orderId}, ${context.clock()})`.execute(context.db);
  return token;
}

/** The token of a terminal of the shop's that has opened a session. */
export async function aTerminalSession(
  { context }: { context: Pick<StaffContext, 'db' | 'clock' | 'random'> },
  terminalId: string,
  lastsMs = DAY_MS,
): Promise<string> {
  const token = newToken('terminal', context.random);
  const now = context.clock();
  await sql`
    insert into terminal_sessions (session_id, terminal_id, token_digest, created_at, expires_at)
    values (${newId()}, ${terminalId}, ${tokenDigest(token)}, ${now}, ${addMs(now, lastsMs)})`.execute(
    context.db,
  );
  return token;
}
