import Type from 'typebox';
import { Format } from 'typebox/format';
import { CODE_TYPED_MAX } from './code.ts';
import { DIGITS_TYPED_MAX } from './digits.ts';
import { EMAIL_TYPED_MAX, parseEmail } from './email.ts';
import { MESSAGE_TYPED_MAX } from './message.ts';
import { NAME_TYPED_MAX, parseName } from './name.ts';
import { PHONE_TYPED_MAX } from './phone.ts';

/**
 * `XTyped` is what a door takes from a person: any text, so that its parser can say what is wrong with it. `X` is the
 * parser's result, which contracts between servers demand: a text that the parser leaves as it is.
 */
function typed(maxLength: number, description: string) {
  return Type.String({ maxLength, description });
}

export const PersonNameTyped = typed(
  NAME_TYPED_MAX,
  'A name in any script; line ends, links and phone numbers are refused.',
);
export const EmailTyped = typed(EMAIL_TYPED_MAX, 'An email address; its part before the @ must be ASCII.');
export const PhoneTyped = typed(PHONE_TYPED_MAX, 'A phone number in any common form.');
export const MessageTyped = typed(MESSAGE_TYPED_MAX, 'At most 200 letters of plain text; links are refused.');
export const PinTyped = typed(
  DIGITS_TYPED_MAX,
  'A PIN; spaces, hyphens and full-width digits are understood.',
);
export const CodeTyped = typed(
  CODE_TYPED_MAX,
  'A one-time code; spaces, hyphens and full-width digits are understood, and the text in which it was sent.',
);
export const MemberNumberTyped = typed(
  DIGITS_TYPED_MAX,
  'A member number; spaces, hyphens and full-width digits are understood.',
);
export const CertificateNumberTyped = typed(DIGITS_TYPED_MAX, 'A certificate number in any groups.');

/** How the formats of the canonical shapes are checked, by every server's validator and by TypeBox. */
export const TYPED_FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'person-name': (text) => {
    const parsed = parseName(text);
    return parsed.ok && parsed.value === text;
  },
  'mail-address': (text) => {
    const parsed = parseEmail(text);
    return parsed.ok && parsed.email === text;
  },
};

for (const [format, check] of Object.entries(TYPED_FORMATS)) Format.Set(format, check);

export const PersonName = Type.String({ format: 'person-name' });
export const Email = Type.String({ format: 'mail-address' });
/** E.164 with `+`. Which numbers there are changes every month, so each server asks its own parser and refuses by its code. */
export const E164 = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' });
