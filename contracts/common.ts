import Type, { type Static, type TSchema } from 'typebox';

/** Shapes that several edges share. Everything that crosses is closed: unknown members are refused. */
export const Id = Type.String({ format: 'uuid' });
export const Timestamp = Type.String({ format: 'date-time' });
/** E.164 with `+`: between servers a number has one form; doors normalise what people write. */
export const E164 = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' });
export const PersonName = Type.String({ minLength: 1, maxLength: 100 });
export { AmountMinor, AmountMinorOrZero, Currency } from '../kit/money.ts';

/** An object without room for members that the contract does not name. */
export function closed<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** RFC 9457 problem document, as every refusal crosses. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  trace_id: Type.String(),
});
export type Problem = Static<typeof Problem>;
