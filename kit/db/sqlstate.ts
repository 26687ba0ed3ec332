/** SQLSTATEs that the code branches on (PostgreSQL, appendix A). */
export const SERIALIZATION_FAILURE = '40001';
export const DEADLOCK_DETECTED = '40P01';
export const UNIQUE_VIOLATION = '23505';
export const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
export const UNDEFINED_TABLE = '42P01';
export const INSUFFICIENT_PRIVILEGE = '42501';
export const READ_ONLY_TRANSACTION = '25006';

export function sqlstateOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** The name of the violated constraint, if any. */
export function constraintOf(error: unknown): string | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

/** Whether a statement waited for somebody else's lock longer than it may. */
export function isLockTimeout(error: unknown): boolean {
  const code = sqlstateOf(error);
  return code === LOCK_NOT_AVAILABLE || code === QUERY_CANCELED;
}
