import Type, { type TSchema } from 'typebox';

/** Shapes that several edges share. What one server asks of another is closed: unknown members are refused. */
export {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../kit/http/shapes.ts';

/**
 * An object with room for members that the contract does not name. Notices are such: what happened is told once, in
 * order, to a server that may be older than who tells it.
 */
export function open<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties);
}

/** E.164 with `+`: between servers a number has one form; doors normalise what people write. */
export const E164 = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' });
export const PersonName = Type.String({ minLength: 1, maxLength: 100 });
