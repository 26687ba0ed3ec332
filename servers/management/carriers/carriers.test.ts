import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMs } from '../../../kit/clock.ts';
import { type Database, openDatabase } from '../../../kit/db/pool.ts';
import { sql } from '../../../kit/db/sql.ts';
import { aCamaraOperator, type OperatorStandIn } from '../../../test/builders/operator-stand-in.ts';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { type Carriers, carriersOf } from './carriers.ts';

let database: TestDatabase;
let opened: Database;
let skt: OperatorStandIn;
let kt: OperatorStandIn;
let lgu: OperatorStandIn;
let now: Date;

beforeAll(async () => {
  database = await testDatabase('management');
  opened = openDatabase(database.url, { applicationName: 'carriers-test' });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});
beforeEach(async () => {
  now = new Date('2026-03-01T00:00:00Z');
  await sql`delete from silent_parties`.execute(opened.db);
  [skt, kt, lgu] = await Promise.all([aCamaraOperator('skt'), aCamaraOperator('kt'), aCamaraOperator('lgu')]);
});
afterEach(() => Promise.all([skt, kt, lgu].map((operator) => operator.close())));

/** Three operators of Korea; the third has part of the second one's range. */
function korea(): Carriers {
  const listed = [
    { carrier: skt.carrier, countries: ['KR'], ranges: ['+82102'] },
    { carrier: kt.carrier, countries: ['KR'], ranges: ['+82103'] },
    { carrier: lgu.carrier, countries: ['KR'], ranges: ['+821039'] },
  ];
  return carriersOf(listed, { db: opened.db, clock: () => now, log: pino({ level: 'silent' }) });
}
const asked = () => [skt.asked, kt.asked, lgu.asked];

test.each<[string, string, [number, number, number]]>([
  ['its range', '+821031234567', [0, 1, 0]],
  ['the narrowest range', '+821039234567', [0, 0, 1]],
  ['no range, in the order of the list', '+821045671234', [1, 0, 0]],
])('the operator of a number is asked first: by %s', async (_by, phone, expected) => {
  for (const operator of [skt, kt, lgu]) operator.numbers.set(phone, { name: '홍길동' });
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'found', name: '홍길동' });
  expect(asked()).toEqual(expected);
});

test('a number that its owner took along is found at another operator, name, recycling and SIM alike', async () => {
  const phone = '+821031234567';
  lgu.numbers.set(phone, { name: '홍길동', swapped: true });
  const carriers = korea();
  expect(await carriers.lookUpName(phone)).toEqual({ kind: 'found', name: '홍길동' });
  expect(await carriers.wasRecycledSince(phone, new Date('2026-01-01T00:00:00Z'))).toBe(false);
  expect(await carriers.wasSimSwapped(phone, 24)).toBe(true);
  expect(asked()).toEqual([3, 3, 3]);
});

test('nobody has a number only if every operator says that it is not theirs', async () => {
  const phone = '+821031234567';
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'not_found' });
  expect(await korea().wasSimSwapped(phone, 24)).toBeUndefined();
  skt.faults.push({ status: 500, body: '{}' });
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'unknown', reason: 'status_500' });
});

test('an operator in trouble does not keep another one from answering', async () => {
  const phone = '+821031234567';
  kt.faults.push('drops');
  skt.numbers.set(phone, { name: '홍길동' });
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'found', name: '홍길동' });
});

test('nobody is asked about a number of a country without look-up', async () => {
  expect(await korea().lookUpName('+14155550123')).toEqual({ kind: 'no_look_up' });
  expect(await korea().wasRecycledSince('+14155550123', new Date('2026-01-01T00:00:00Z'))).toBeUndefined();
  expect(asked()).toEqual([0, 0, 0]);
});

test('an operator that leaves requests unanswered is spared by every process, and asked again once in a while', async () => {
  const phone = '+821031234567';
  kt.numbers.set(phone, { name: '홍길동' });
  kt.faults.push('drops', 'drops', 'drops');
  for (let request = 0; request < 3; request += 1)
    expect(await korea().lookUpName(phone)).toMatchObject({ kind: 'unknown' });
  expect(kt.asked).toBe(3);
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'unknown', reason: 'spared' });
  expect(kt.asked).toBe(3);
  now = addMs(now, 60_000);
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'found', name: '홍길동' });
  expect(await korea().lookUpName(phone)).toEqual({ kind: 'found', name: '홍길동' });
  expect(kt.asked).toBe(5);
});
