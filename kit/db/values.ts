import { types } from 'pg';

/** PostgreSQL's object ids of its types. */
const OID = { int8: 20, date: 1082, textArray: 1009, int8Array: 1016 };

/**
 * Sets how PostgreSQL's values are read: `bigint` as BigInt, in arrays too, because money must not pass through a floating
 * point number; `date` as text, because a date has no time zone.
 */
export function readValues(): void {
  const readTexts: (array: string) => (string | null)[] = types.getTypeParser(OID.textArray);
  types.setTypeParser(OID.int8, BigInt);
  types.setTypeParser(OID.int8Array, (array) =>
    readTexts(array).map((item) => (item === null ? null : BigInt(item))),
  );
  types.setTypeParser(OID.date, String);
}
