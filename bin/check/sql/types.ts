import { types } from 'pg';
import ts from 'typescript';
import { partsOf } from './program.ts';

/** A value's kind, in terms of which TypeScript's and PostgreSQL's types are compared. */
type Kind = 'number' | 'bigint' | 'string' | 'boolean' | 'date' | 'bytes' | 'object' | 'nothing';

type Known = { name: string; sample: string; takes: readonly Kind[]; array: number };
/** The PostgreSQL types that our tables use: a value as it comes over the wire, what pg accepts, and the array's type. */
const SCALARS = new Map<number, Known>([
  [16, { name: 'boolean', sample: 't', takes: ['boolean'], array: 1000 }],
  [17, { name: 'bytea', sample: '\\x00', takes: ['bytes'], array: 1001 }],
  [19, { name: 'name', sample: 'a', takes: ['string'], array: 1003 }],
  [20, { name: 'bigint', sample: '1', takes: ['bigint', 'number'], array: 1016 }],
  [21, { name: 'smallint', sample: '1', takes: ['number', 'bigint'], array: 1005 }],
  [23, { name: 'integer', sample: '1', takes: ['number', 'bigint'], array: 1007 }],
  [25, { name: 'text', sample: 'a', takes: ['string'], array: 1009 }],
  [26, { name: 'oid', sample: '1', takes: ['number'], array: 1028 }],
  [114, { name: 'json', sample: '{}', takes: ['string', 'object'], array: 199 }],
  [700, { name: 'real', sample: '1', takes: ['number'], array: 1021 }],
  [701, { name: 'double precision', sample: '1', takes: ['number'], array: 1022 }],
  [1042, { name: 'char', sample: 'a', takes: ['string'], array: 1014 }],
  [1043, { name: 'varchar', sample: 'a', takes: ['string'], array: 1015 }],
  [1082, { name: 'date', sample: '2026-01-01', takes: ['string'], array: 1182 }],
  [1184, { name: 'timestamptz', sample: '2026-01-01 00:00:00+00', takes: ['date', 'string'], array: 1185 }],
  [1186, { name: 'interval', sample: '00:00:01', takes: ['string'], array: 1187 }],
  [1700, { name: 'numeric', sample: '1.5', takes: ['string', 'number', 'bigint'], array: 1231 }],
  [2950, { name: 'uuid', sample: '00000000-0000-0000-0000-000000000000', takes: ['string'], array: 2951 }],
  [3802, { name: 'jsonb', sample: '{}', takes: ['string', 'object'], array: 3807 }],
]);
const ELEMENTS = new Map([...SCALARS].map(([oid, { array }]) => [array, oid] as const));
const JSON_TYPES = [114, 3802];
const NOT_IN_JSON: readonly Kind[] = ['bigint', 'date', 'bytes'];

export function nameOfType(oid: number): string {
  const element = ELEMENTS.get(oid);
  return element === undefined ? (SCALARS.get(oid)?.name ?? `type ${oid}`) : `${nameOfType(element)}[]`;
}

/** Whether pg returns a column of this type as what the row type declares. Null is checked elsewhere. */
export function canBeRead(checker: ts.TypeChecker, type: ts.Type, oid: number): boolean {
  const element = ELEMENTS.get(oid);
  const scalar = SCALARS.get(element ?? oid);
  if (scalar === undefined) return false;
  const given: unknown = types.getTypeParser(oid)(
    element === undefined ? scalar.sample : `{"${scalar.sample.replaceAll('\\', '\\\\')}"}`,
  );
  const fits = (part: ts.Type, value: unknown): boolean => {
    if (part.flags & ts.TypeFlags.Unknown) return true;
    if (JSON_TYPES.includes(element ?? oid)) return !NOT_IN_JSON.includes(kindOf(part));
    return partsOf(part).every((one) => kindOf(one) === kindOfValue(value));
  };
  if (element === undefined) return partsOf(type).every((part) => fits(part, given));
  const item = itemOf(checker, type);
  return (
    Array.isArray(given) && item !== undefined && withoutNull(item).every((part) => fits(part, given[0]))
  );
}

/** Whether pg converts such a value to what PostgreSQL expects for this type. */
export function canBeGiven(checker: ts.TypeChecker, type: ts.Type, oid: number): boolean {
  const constraint = checker.getBaseConstraintOfType(type) ?? type;
  return withoutNull(constraint).every((part) => {
    const element = ELEMENTS.get(oid);
    const takes = SCALARS.get(element ?? oid)?.takes;
    if (takes === undefined) return false;
    const isArray = checker.isArrayType(part) || checker.isTupleType(part);
    if (element === undefined) return !isArray && takes.includes(kindOf(part));
    const item = itemOf(checker, part);
    return item !== undefined && withoutNull(item).every((one) => takes.includes(kindOf(one)));
  });
}

export function withoutNull(type: ts.Type): readonly ts.Type[] {
  return partsOf(type).filter((part) => !(part.flags & ts.TypeFlags.Null));
}

export function has(type: ts.Type, flags: ts.TypeFlags): boolean {
  return partsOf(type).some((part) => (part.flags & flags) !== 0);
}

function itemOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.isArrayType(type) || checker.isTupleType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
}

function kindOf(type: ts.Type): Kind {
  // A branded string is a string.
  if (type.isIntersection()) return type.types.map(kindOf).find((kind) => kind !== 'object') ?? 'object';
  if (type.flags & ts.TypeFlags.StringLike) return 'string';
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (type.flags & ts.TypeFlags.BigIntLike) return 'bigint';
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (!(type.flags & ts.TypeFlags.Object)) return 'nothing';
  const name = type.symbol?.name;
  return name === 'Date' ? 'date' : name === 'Buffer' || name === 'Uint8Array' ? 'bytes' : 'object';
}

function kindOfValue(value: unknown): Kind {
  if (value instanceof Date) return 'date';
  if (value instanceof Uint8Array) return 'bytes';
  const kind = typeof value;
  return kind === 'number' || kind === 'bigint' || kind === 'string' || kind === 'boolean' ? kind : 'object';
}
