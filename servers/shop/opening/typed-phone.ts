import { parsePhone } from '../../../kit/typed/phone.ts';

/** A number that can't be one has no certificates and gets the same refusal, after the same work. */
export function typedPhone(raw: string): string {
  const parsed = parsePhone(raw);
  return parsed.ok ? parsed.e164 : raw;
}
