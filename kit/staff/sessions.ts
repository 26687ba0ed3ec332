import { addMs, HOUR_MS, MINUTE_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { type Done, done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { newToken, tokenDigest } from '../tokens.ts';
import { recordAudit } from './audit.ts';
import type { StaffContext } from './context.ts';
import type { Staff } from './staff.ts';

/**
 * How far a log-in has come: the password was right and the second factor is still to come; or there is none yet and the
 * role needs one, so that all one can do is add it; or it is open.
 */
export const STAGES = ['second_factor', 'enrolment', 'open'] as const;
export type Stage = (typeof STAGES)[number];

/** Where somebody logs in from. */
export type From = { address: string; browser: string };

export type StaffSession = { session_token: string; expires_at: string; stage: Stage; staff: Staff };

const SESSION_MS = 8 * HOUR_MS;
/** To find one's phone and read a code. */
const SECOND_FACTOR_MS = 10 * MINUTE_MS;

/** Opens a session, which is in the audit trail. */
export async function openSession(
  context: StaffContext,
  tx: Tx,
  staff: Staff,
  { address, browser }: From,
  stage: Stage,
): Promise<StaffSession> {
  const { staff_id } = staff;
  const now = context.clock();
  const expires = addMs(now, stage === 'second_factor' ? SECOND_FACTOR_MS : SESSION_MS);
  const token = newToken('staff', context.random);
  await sql`
    insert into staff_sessions
      (session_id, staff_id, token_digest, stage, address, browser, created_at, expires_at, last_seen_at, proved_at)
    values (${newId()}, ${staff_id}, ${tokenDigest(token)}, ${stage}, ${address}, ${browser}, ${now}, ${expires},
      ${now}, ${now})`.execute(tx);
  const action = stage === 'second_factor' ? 'enter_password' : 'log_in';
  await recordAudit(context, tx, { staff_id, action, subject: { staff_id } });
  return { session_token: token, expires_at: expires.toISOString(), stage, staff };
}

/** After the second factor: the session is open, under a new token. Undefined if it has ended in the meantime. */
export async function completeLogIn(
  context: StaffContext,
  tx: Tx,
  staff: Staff,
  sessionId: string,
): Promise<StaffSession | undefined> {
  const { staff_id } = staff;
  const now = context.clock();
  const expires = addMs(now, SESSION_MS);
  const token = newToken('staff', context.random);
  const opened = await sql`
    update staff_sessions set stage = 'open', token_digest = ${tokenDigest(token)}, expires_at = ${expires},
      last_seen_at = ${now}, proved_at = ${now}
    where session_id = ${sessionId} and stage = 'second_factor' and ended_at is null returning 1`.execute(tx);
  if (opened.rows.length === 0) return undefined;
  await recordAudit(context, tx, { staff_id, action: 'log_in', subject: { staff_id } });
  return { session_token: token, expires_at: expires.toISOString(), stage: 'open', staff };
}

/** The stage of a session that a request came in. */
export async function readSession(
  { db }: Pick<StaffContext, 'db'>,
  sessionId: string,
): Promise<{ stage: Stage }> {
  const found = await sql<{ stage: Stage }>`
    select stage from staff_sessions where session_id = ${sessionId}`.execute(db);
  const [session] = found.rows;
  if (session === undefined) throw new Error('A request came in a session that is not there.');
  return session;
}

/** After somebody has added the second factor that their role needs. */
export async function openEnrolled(tx: Tx, staffId: string): Promise<void> {
  await sql`
    update staff_sessions set stage = 'open'
    where staff_id = ${staffId} and stage = 'enrolment' and ended_at is null`.execute(tx);
}

export async function logOut(context: StaffContext, sessionId: string): Promise<Done<{ ended: boolean }>> {
  await sql`
    update staff_sessions set ended_at = ${context.clock()}
    where session_id = ${sessionId} and ended_at is null`.execute(context.db);
  return done({ ended: true });
}

export type SessionView = {
  session_id: string;
  address: string;
  browser: string;
  created_at: string;
  last_seen_at: string;
  is_current: boolean;
};

/** The sessions in which somebody is logged in. */
export async function listSessions(
  { db, clock, settings }: StaffContext,
  { staff_id, session_id }: { staff_id: string; session_id: string },
): Promise<SessionView[]> {
  const now = clock();
  const found = await sql<
    Omit<SessionView, 'created_at' | 'last_seen_at' | 'is_current'> & {
      created_at: Date;
      last_seen_at: Date;
    }
  >`
    select session_id, address, browser, created_at, last_seen_at from staff_sessions
    where staff_id = ${staff_id} and ended_at is null and stage <> 'second_factor' and expires_at > ${now}
      and last_seen_at > ${idleSince(settings, now)}
    order by last_seen_at desc limit 100`.execute(db);
  return found.rows.map((session) => ({
    ...session,
    created_at: session.created_at.toISOString(),
    last_seen_at: session.last_seen_at.toISOString(),
    is_current: session.session_id === session_id,
  }));
}

/** Whoever has done nothing since then is logged out. */
export function idleSince({ staffIdle_minutes }: StaffContext['settings'], now: Date): Date {
  return addMs(now, -staffIdle_minutes * MINUTE_MS);
}

export const END_SESSION_REFUSALS = refusals('not_found');

/** Ends one of somebody's sessions; repeating it changes nothing. */
export async function endSession(
  { db, clock }: StaffContext,
  staffId: string,
  sessionId: string,
): Promise<Result<null, RefusalOf<typeof END_SESSION_REFUSALS>>> {
  const ended = await sql`
    update staff_sessions set ended_at = coalesce(ended_at, ${clock()})
    where session_id = ${sessionId} and staff_id = ${staffId} returning 1`.execute(db);
  return ended.rows.length === 0 ? refuse('not_found') : done(null);
}

/** Ends all of somebody's sessions but `kept`, if one is named. */
export async function endSessions(
  { clock }: Pick<StaffContext, 'clock'>,
  executor: Executor,
  staffId: string,
  kept: string | null,
): Promise<void> {
  await sql`
    update staff_sessions set ended_at = ${clock()}
    where staff_id = ${staffId} and ended_at is null and session_id is distinct from ${kept}::uuid`.execute(
    executor,
  );
}
