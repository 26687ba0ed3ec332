import { isMemberNumber } from '../check-digits.ts';
import { done, type Result, refuse } from '../result.ts';
import { groupedDigits } from './digits.ts';

/** Parses a member number as people write it, `298-509-1195` or `２９８ ５０９ １１９５`: 10 digits, the last a check digit. */
export function parseMemberNumber(raw: string): Result<string, 'member_number_invalid'> {
  const number = groupedDigits(raw);
  return number !== undefined && isMemberNumber(number) ? done(number) : refuse('member_number_invalid');
}
