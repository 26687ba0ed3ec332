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
 * Connection exceptions; a transaction that was idle for too long; too many connections; shutdown by an administrator or a
 * crash; still starting.
 */
const POSTGRES_CODES = /^(?:08...|25P03|53300|57P0[123])$/;
/** The errors without a code that pg throws when a connection is broken or isn't available in time. */
const PG_MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client .* is not queryable$)/;
/** Whether a statement failed because the database is unavailable, not because of the statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = sqlstateOf(error);
  if (code !== undefined) return NETWORK_CODES.has(code) || POSTGRES_CODES.test(code);
  return error instanceof Error && PG_MESSAGES.test(error.message);
}
