import Type, { type TSchema } from 'typebox';

/** Shapes that several contracts share. Requests between servers are closed: unknown members are refused. */
export {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Day,
  Id,
  Timestamp,
} from '../kit/http/shapes.ts';

/**
 * An object that may have members which the contract does not name. Notices are open, because each is sent only once, in
 * order, to a server whose version may be older than the sender's.
 */
export function open<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties);
}

/** E.164 with `+`, the only format between servers; each server normalises what people type. */
export const E164 = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' });
export const PersonName = Type.String({ minLength: 1, maxLength: 100 });
