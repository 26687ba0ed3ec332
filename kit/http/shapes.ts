import Type, { type Static, type TSchema } from 'typebox';

// Shapes that routes of all servers share.

/** The format alone would also allow `urn:uuid:…`, which PostgreSQL can't read. */
export const Id = Type.String({ format: 'uuid', pattern: '^[0-9a-fA-F]{8}-' });
export const Timestamp = Type.String({ format: 'date-time' });
/** A calendar day, in a plausible year. */
export const Day = Type.String({ format: 'date', pattern: '^(19|20)[0-9]{2}-' });
/** Filters of a list: Korean calendar days, inclusive. */
export const days = { from: Type.Optional(Day), until: Type.Optional(Day) };
/** How many days back, today included. */
export const LastDays = Type.Integer({ minimum: 1, maximum: 366, default: 30 });
/** A calendar month, in a plausible year. */
export const Month = Type.String({ pattern: '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$' });
/** For our own pages: the session goes into a cookie, and its token into no response. */
export const UseCookie = Type.Optional(
  Type.Boolean({
    description: 'For this server’s own pages: keep the session in a cookie instead of returning its token.',
  }),
);
export const Limit = Type.Integer({ minimum: 1, maximum: 200, default: 50 });

/** An object that allows no members beyond those of the contract. */
export function closed<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

/** An RFC 9457 problem document, the format of every refusal. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  trace_id: Type.String(),
});
export type Problem = Static<typeof Problem>;

/** An amount that is moved, in JSON: never zero, negative or fractional. */
export const AmountMinor = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: "Amount in the currency's minor unit (won for KRW, cents for USD).",
  examples: [50000],
});

/** A balance or a total, which may be zero. */
export const AmountMinorOrZero = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: "Amount in the currency's minor unit (won for KRW, cents for USD); may be 0.",
  examples: [0],
});

export const Currency = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217 currency code.',
  examples: ['KRW'],
});
