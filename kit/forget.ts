import { addMs, DAY_MS, HOUR_MS } from './clock.ts';
import { sql } from './db/sql.ts';
import type { Executor } from './db/transaction.ts';

/** How many rows one statement deletes, so that none holds its locks for long. */
export const FORGET_MAX = 500;

/** Rows of one table that are of no use any more: what strangers leave must not pile up. */
export type Forgotten = {
  readonly table: string;
  /** Deletes up to FORGET_MAX rows, and returns how many. */
  forget(executor: Executor, now: Date): Promise<number>;
};

/** Sessions that ended are still listed for so long. */
export const SESSIONS_KEPT_MS = 30 * DAY_MS;

/** Owners of keys that anybody may choose. Whoever tries again after a week is somebody new. */
const STRANGERS_SCOPES = ['registration', 'hand_over', 'enrolment', 'payer'] as const;
const STRANGERS_KEYS_KEPT_MS = 7 * DAY_MS;
/** No provider reports on a text after so long, or repeats one from a phone. */
const SUBMISSIONS_KEPT_MS = 30 * DAY_MS;
const HEARD_KEPT_MS = 7 * DAY_MS;
/**
 * Nonces outlive their signatures. The clock of one process of several may be ahead: what it forgets by its own clock, others
 * still take. Or it may be behind: it takes what is too old for others.
 */
const NONCES_KEPT_MS = 3 * HOUR_MS;

/** What every server forgets. */
export const KIT_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'staff_sessions',
    async forget(executor, now) {
      const deleted = await sql`
        delete from staff_sessions where session_id in (
          select session_id from staff_sessions where expires_at < ${addMs(now, -SESSIONS_KEPT_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'staff_passkey_challenges',
    async forget(executor, now) {
      const deleted = await sql`
        delete from staff_passkey_challenges where challenge_digest in (
          select challenge_digest from staff_passkey_challenges where expires_at < ${now}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'staff_known_browsers',
    async forget(executor, now) {
      const deleted = await sql`
        delete from staff_known_browsers where (token_digest, staff_id) in (
          select token_digest, staff_id from staff_known_browsers where expires_at < ${now}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    // Of rounds whose process died; whatever is still due was claimed anew.
    table: 'job_claims',
    async forget(executor, now) {
      const deleted = await sql`
        delete from job_claims where (job, subject_id) in (
          select job, subject_id from job_claims where claimed_until < ${addMs(now, -DAY_MS)}
          order by claimed_until limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'peer_nonces',
    async forget(executor, now) {
      const deleted = await sql`
        delete from peer_nonces where (keyid, nonce) in (
          select keyid, nonce from peer_nonces where expires_at < ${addMs(now, -NONCES_KEPT_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'idempotency_keys',
    async forget(executor, now) {
      const deleted = await sql`
        delete from idempotency_keys where (scope, key) in (
          select scope, key from idempotency_keys
          where scope = any(${[...STRANGERS_SCOPES]}) and claimed_at < ${addMs(now, -STRANGERS_KEYS_KEPT_MS)}
          order by claimed_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'text_submissions',
    async forget(executor, now) {
      const deleted = await sql`
        delete from text_submissions where submission_id in (
          select submission_id from text_submissions where begun_at < ${addMs(now, -SUBMISSIONS_KEPT_MS)}
          order by begun_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'texts_heard',
    async forget(executor, now) {
      const deleted = await sql`
        delete from texts_heard where (provider, provider_message_id) in (
          select provider, provider_message_id from texts_heard
          where claimed_until < ${addMs(now, -HEARD_KEPT_MS)}
          order by claimed_until limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];
