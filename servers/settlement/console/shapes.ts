import Type from 'typebox';

// Shapes that several routes of the console share.

/** Only this role decides where money goes; auditors look. */
export const TREASURER = { staffRoles: ['treasurer'] } as const;

export const Payee = Type.String({ minLength: 1, maxLength: 64 });
export const TextOrNull = Type.Union([Type.String(), Type.Null()]);
/** Why somebody of staff refused something; it stays on record. */
export const Reason = Type.String({ minLength: 3, maxLength: 200, pattern: '\\S' });
