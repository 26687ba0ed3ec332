import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import type { Line } from './open-session.ts';

export type SessionView = {
  session_id: string;
  line: Line;
  /** The session that asks. */
  current: boolean;
  created_at: string;
  last_used_at: string;
  browser?: string;
  area?: string;
};

type Row = {
  session_id: string;
  line: Line;
  created_at: Date;
  last_used_at: Date;
  browser: string | null;
  area: string | null;
};
type Caller = { member_id: string; session_id: string };

/** Where a member is logged in, used last first. */
export async function listSessions(
  { db, clock }: Pick<ManagementContext, 'db' | 'clock'>,
  { member_id, session_id }: Caller,
): Promise<SessionView[]> {
  const found = await sql<Row>`
    select session_id, line, created_at, last_used_at, browser, area from member_sessions
    where member_id = ${member_id} and ended_at is null and expires_at > ${clock()}
    order by last_used_at desc, session_id desc limit 100`.execute(db);
  return found.rows.map(({ browser, area, created_at, last_used_at, ...row }) => ({
    ...row,
    current: row.session_id === session_id,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at.toISOString(),
    ...(browser === null ? {} : { browser }),
    ...(area === null ? {} : { area }),
  }));
}

export const END_MEMBER_SESSION_REFUSALS = refusals('not_found');

/** Ends one of a member's sessions; repeating it changes nothing. */
export async function endSession(
  { db, clock }: Pick<ManagementContext, 'db' | 'clock'>,
  memberId: string,
  sessionId: string,
): Promise<Result<null, RefusalOf<typeof END_MEMBER_SESSION_REFUSALS>>> {
  const ended = await sql`
    update member_sessions set ended_at = coalesce(ended_at, ${clock()}::timestamptz)
    where session_id = ${sessionId} and member_id = ${memberId} returning 1`.execute(db);
  return ended.rows.length === 0 ? refuse('not_found') : done(null);
}

/** Ends a member's sessions, except the one that is named. */
export async function endSessions(
  executor: Executor,
  now: Date,
  { member_id, except = null }: { member_id: string; except?: string | null },
): Promise<void> {
  await sql`
    update member_sessions set ended_at = ${now}
    where member_id = ${member_id} and session_id is distinct from ${except}::uuid and ended_at is null`.execute(
    executor,
  );
}
