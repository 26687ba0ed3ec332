import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that our OpenAPI documents use. */
export type JsonSchema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  examples?: unknown[];
};

/** Values that have broken servers before, each tried wherever any value is expected. */
const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  -0,
  1e308,
  9007199254740991,
  '',
  ' ',
  '0',
  '-1',
  '1e5',
  '\u0000',
  '\ud800',
  '\u202e님선물',
  '٠١٠١٢٣٤',
  '０１０－１２３４－５６７８',
  '010-1234-5678',
  '+82 10 1234 5678',
  '+82 010-1234-5678',
  '+999999999999999',
  'tel:+821012345678',
  "'; drop table orders; --",
  '../../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  'urn:uuid:00000000-0000-0000-0000-000000000000',
  '2026-02-30T25:61:61Z',
  '9'.repeat(400),
  '가'.repeat(5000),
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: { prototype: { polluted: true } } },
];

/** Mostly valid values for a schema, some nearly valid ones, and now and then arbitrary ones. */
export function valuesFor(schema: JsonSchema, depth = 0): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: validValues(schema, depth) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

function validValues(schema: JsonSchema, depth: number): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.length) return fc.oneof(...choices.map((choice) => valuesFor(choice, depth + 1)));
  switch (schema.type) {
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'string':
      return strings(schema);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesFor(schema.items ?? {}, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 4),
      });
    case 'object':
      return objects(schema, depth);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function numbers({ minimum = -5, maximum = 1_000_000 }: JsonSchema): Arbitrary<unknown> {
  const upper = Math.max(minimum, Math.min(maximum, Number.MAX_SAFE_INTEGER));
  return fc.oneof(
    fc.integer({ min: Math.max(minimum, -2147483648), max: Math.min(upper, 100_000) }),
    fc.constantFrom(minimum, upper, minimum - 1, upper + 1, 50_000),
  );
}

function strings(schema: JsonSchema): Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date-time') {
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  }
  if (schema.format === 'date')
    return fc.constantFrom('2026-03-01', '1999-12-31', '2026-02-30', '0000-01-01');
  if (schema.format === 'email') return fc.constantFrom('someone@example.com', 'a@b.example', 'x@localhost');
  const byPattern = schema.pattern === undefined ? [] : [patterned(schema.pattern)];
  return fc.oneof(
    ...byPattern,
    ...byPattern,
    ...(schema.examples ?? []).map((example) => nearly(String(example))),
    fc.string({
      unit: 'grapheme',
      minLength: schema.minLength ?? 0,
      maxLength: Math.min(schema.maxLength ?? 40, 80),
    }),
    fc.constantFrom('135790', '+821012345678', '01012345678', 'KRW', '홍길동'),
  );
}

/** The example, or the example with one comma- or line-separated piece replaced. */
function nearly(example: string): Arbitrary<unknown> {
  const pieces = example.split(/(?<=[,\n])/);
  const other = fc.constantFrom(
    ...NASTY.filter((value) => typeof value === 'string'),
    '"',
    '\n',
    ',',
    '"",',
    '2021-02-29,',
    '+821077778888,',
  );
  const changed = fc
    .tuple(fc.nat(pieces.length - 1), other)
    .map(([at, piece]) => pieces.with(at, piece).join(''));
  return fc.oneof(fc.constant(example), changed);
}

function patterned(pattern: string): Arbitrary<unknown> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    // fast-check can't generate from this pattern; the other strings are still tried.
    return fc.constant('');
  }
}

function objects(schema: JsonSchema, depth: number): Arbitrary<unknown> {
  if (depth > 5) return fc.constant({});
  const members = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, member]) => [name, valuesFor(member, depth + 1)]),
  );
  const whole = fc.record(members, { requiredKeys: (schema.required ?? []) as never[] });
  const withUnknownMember = fc
    .tuple(whole, fc.jsonValue())
    .map(([object, extra]) => ({ ...object, unexpected: extra }));
  const withMissingMembers = fc.record(members, { requiredKeys: [] });
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 1, arbitrary: withUnknownMember },
    { weight: 1, arbitrary: withMissingMembers },
  );
}
