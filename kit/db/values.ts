import { types } from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;

/**
 * What PostgreSQL's values become: `bigint` a BigInt, because money must not pass through a floating point number, in
 * an array too; `date` text, because a date has no time zone.
 */
export function readValues(): void {
  types.setTypeParser(INT8, BigInt);
  types.setTypeParser(DATE, String);
}
