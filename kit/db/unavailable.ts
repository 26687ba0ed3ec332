import { sqlstateOf } from './sqlstate.ts';

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/**
 * Connection exceptions, under one of which (08P01) PgBouncer reports whatever it can't do; a primary that has become a
 * standby; a transaction that was idle for too long; too many connections, a full disk or other things that there is too
 * little of; shutdown by an administrator or a crash; still starting; a disk that can't be read or written.
 */
const POSTGRES_CODES = /^(?:08...|25006|25P03|53...|57P0[123]|58030)$/;
/** The errors without a code that pg throws when a connection is broken or isn't available, or no answer comes, in time. */
const PG_MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client .* is not queryable$)/;

/** A commit that a failover could still undo: it is on the primary, and no standby has confirmed it. */
export class CommitUnconfirmed extends Error {
  constructor() {
    super('A commit was not confirmed by a standby.');
  }
}

/**
 * Whether a statement failed because the database is unavailable, not because of the statement. If it was a commit, its
 * outcome is unknown.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = sqlstateOf(error);
  if (code !== undefined) return NETWORK_CODES.has(code) || POSTGRES_CODES.test(code);
  return error instanceof CommitUnconfirmed || (error instanceof Error && PG_MESSAGES.test(error.message));
}
