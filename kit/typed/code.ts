import { done, type Result, refuse } from '../result.ts';
import { groupedDigits } from './digits.ts';

/** The digits of a code that is sent by text or mail or said by phone, and used once. */
export const CODE_DIGITS = 6;

/** Parses a one-time code as people write it, `399 139` or `３９９-１３９`. What can't be a code is refused and is no guess. */
export function parseCode(raw: string): Result<string, 'code_not_digits'> {
  const code = groupedDigits(raw);
  return code?.length === CODE_DIGITS ? done(code) : refuse('code_not_digits');
}
