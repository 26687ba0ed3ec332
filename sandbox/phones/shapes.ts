import Type from 'typebox';
import { ProblemError } from '../../kit/http/problem.ts';
import { parsePhone } from '../../kit/typed/phone.ts';

export const PhoneNumber = Type.String({ minLength: 3, maxLength: 40 });

/** A number as people write it, in E.164. */
export function e164(raw: string): string {
  const parsed = parsePhone(raw);
  if (!parsed.ok) throw new ProblemError('validation_failed', { in: 'params' });
  return parsed.e164;
}
