import { addMs, DAY_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { newToken, tokenDigest } from '../tokens.ts';
import type { StaffContext } from './context.ts';

export const KNOWN_BROWSER_MS = 180 * DAY_MS;

/** The key under which guesses from this browser count, if the person has logged in with it before. */
export async function knownBrowser(
  context: StaffContext,
  staffId: string | undefined,
  browserToken: string | undefined,
): Promise<string | undefined> {
  if (staffId === undefined || browserToken === undefined) return undefined;
  const found = await sql<{ token_digest: Buffer }>`
    select token_digest from staff_known_browsers
    where token_digest = ${tokenDigest(browserToken)} and staff_id = ${staffId}
      and expires_at > ${context.clock()}`.execute(context.db);
  return found.rows[0]?.token_digest.toString('base64url');
}

/**
 * Remembers the browser with which somebody has just logged in. Returns the token for its cookie: the one it came with, if
 * that is ours, so that colleagues who share a browser don't make each other unknown.
 */
export async function rememberBrowser(
  { db, clock, random }: StaffContext,
  staffId: string,
  cameWith: string | undefined,
): Promise<string> {
  const now = clock();
  const ours = await sql`
    select 1 from staff_known_browsers
    where token_digest = ${tokenDigest(cameWith ?? '')} and expires_at > ${now}`.execute(db);
  const token = cameWith !== undefined && ours.rows.length > 0 ? cameWith : newToken('browser', random);
  await sql`
    insert into staff_known_browsers (token_digest, staff_id, created_at, expires_at)
    values (${tokenDigest(token)}, ${staffId}, ${now}, ${addMs(now, KNOWN_BROWSER_MS)})
    on conflict (token_digest, staff_id) do update set expires_at = excluded.expires_at`.execute(db);
  return token;
}

/** Somebody's browsers are unknown again, as when their second factor was lost. */
export async function forgetBrowsers(executor: Executor, staffId: string): Promise<void> {
  await sql`delete from staff_known_browsers where staff_id = ${staffId}`.execute(executor);
}
