import Type from 'typebox';
import { LOCALES } from '../../../kit/format/locale.ts';

export const Channel = Type.Enum(['sms', 'email']);
/** How a member prefers to be told. */
export const PreferredChannel = Type.Enum(['sms', 'email', 'voice']);
/** Whether a code is texted to a mobile or said in a call. */
export const CodeBy = Type.Enum(['text', 'call']);
export const Locale = Type.Enum([...LOCALES]);
export const Password = Type.String({ minLength: 1, maxLength: 800 });
export const MemberNumber = Type.String({ pattern: '^[0-9]{10}$' });
