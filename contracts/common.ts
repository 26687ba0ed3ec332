import Type from 'typebox';

/** Shapes that several edges share. Everything that crosses is closed: unknown members are refused. */
export {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../kit/http/shapes.ts';

/** E.164 with `+`: between servers a number has one form; doors normalise what people write. */
export const E164 = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' });
export const PersonName = Type.String({ minLength: 1, maxLength: 100 });
