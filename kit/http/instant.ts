import { ProblemError } from './problem.ts';

/** The time in a request. Its schema admits what no calendar or database has, such as a 60th second. */
export function instantOf(text: string, path: string): Date {
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  if (Number.isNaN(year) || year < 1900 || year > 9999) {
    throw new ProblemError('validation_failed', {
      errors: [{ path, rule: 'format', expected: { format: 'date-time' } }],
    });
  }
  return instant;
}
