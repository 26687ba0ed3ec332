import { sqlstateOf } from './sqlstate.ts';

const OF_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** Connection exceptions; too many connections; shut down by an administrator or a crash; not up yet. */
const OF_POSTGRES = /^(?:08...|53300|57P0[123])$/;
/** What pg throws without a code when a connection breaks or can't be had in time. */
const OF_PG = /^(?:Connection terminated|timeout exceeded when trying to connect)/;

/** Whether a statement failed because the database is away, and not because of the statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = sqlstateOf(error);
  if (code !== undefined) return OF_NETWORK.has(code) || OF_POSTGRES.test(code);
  return error instanceof Error && OF_PG.test(error.message);
}
