import Type from 'typebox';

export const Channel = Type.Enum(['sms', 'email']);
/** How a member prefers to be told. */
export const PreferredChannel = Type.Enum(['sms', 'email', 'voice']);
/** Whether a code is texted to a mobile or said in a call. */
export const CodeBy = Type.Enum(['text', 'call']);
export const Locale = Type.Enum(['ko', 'en']);
export const Password = Type.String({ minLength: 1, maxLength: 800 });
export const MemberNumber = Type.String({ pattern: '^[0-9]{10}$' });
