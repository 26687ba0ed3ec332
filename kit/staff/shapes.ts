import Type from 'typebox';
import { closed, Id, Timestamp, UseCookie } from '../http/shapes.ts';
import type { StaffRules } from './context.ts';
import { STAGES } from './sessions.ts';

export const Password = Type.String({ minLength: 1, maxLength: 800 });
/** As somebody types it: with spaces or hyphens, say. */
export const FactorCodeTyped = Type.String({ minLength: 1, maxLength: 64, examples: ['123 456'] });
export const LoginTyped = Type.String({ minLength: 1, maxLength: 100 });

export const SECURITY = [{ session: [] }];
export const OWN_ACCOUNT_TAGS = ['staff: my account'];

export function staffShape({ roles }: StaffRules) {
  return closed({
    staff_id: Id,
    login: Type.String(),
    name: Type.String(),
    role: Type.Enum([...roles]),
  });
}

/** A session as it was opened. */
export function sessionShape(rules: StaffRules) {
  return closed({
    session_token: Type.Optional(Type.String()),
    expires_at: Timestamp,
    stage: StageShape,
    staff: staffShape(rules),
  });
}

export const StageShape = Type.Enum([...STAGES], {
  description:
    'open; second_factor: a code or a passkey is still needed; enrolment: the role needs a second factor, and all one can do is add it.',
});

export const FactorsShape = closed({
  needed: Type.Boolean({ description: 'Whether the role needs a second factor.' }),
  authenticator: Type.Boolean(),
  passkeys: Type.Integer(),
  recovery_codes: Type.Integer({ description: 'How many are left.' }),
});

export const USE_COOKIE = { use_cookie: UseCookie };
