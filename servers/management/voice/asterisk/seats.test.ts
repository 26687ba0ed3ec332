import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../../kit/db/pool.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { newId } from '../../../../kit/ids.ts';
import { type TestDatabase, testDatabase } from '../../../../test/harness/database.ts';
import { appOf, releaseSeat, renewSeat, SEATS, seatOf, takeSeat } from './seats.ts';

let database: TestDatabase;
let opened: Database;

beforeAll(async () => {
  database = await testDatabase('management');
  opened = openDatabase(database.url, { applicationName: 'seats-test' });
});
beforeEach(async () => {
  await sql`update voice_seats set held_until = '-infinity'`.execute(opened.db);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

test('each process gets its own seat, however many ask at once, until none is left', async () => {
  const seats = await Promise.all(Array.from({ length: SEATS + 3 }, () => takeSeat(opened.db, newId())));
  const taken = seats.filter((seat) => seat !== undefined);
  expect(new Set(taken).size).toBe(taken.length);
  while ((await takeSeat(opened.db, newId())) !== undefined);
  const held = await sql<{ n: number }>`
    select count(*)::integer as n from voice_seats where held_until > now()`.execute(opened.db);
  expect(held.rows[0]?.n).toBe(SEATS);
});

test('only its holder can renew a seat, and not once it has expired', async () => {
  const [one, other] = [newId(), newId()];
  const seat = (await takeSeat(opened.db, one)) ?? 0;
  expect(await renewSeat(opened.db, one, seat)).toBe(true);
  expect(await renewSeat(opened.db, other, seat)).toBe(false);
  await sql`update voice_seats set held_until = now() - interval '1 second' where seat = ${seat}`.execute(
    opened.db,
  );
  expect(await renewSeat(opened.db, one, seat)).toBe(false);
});

test('a wanted seat is taken if it is free, and is free once released', async () => {
  const [one, other] = [newId(), newId()];
  const seat = (await takeSeat(opened.db, one)) ?? 0;
  expect(await takeSeat(opened.db, other, seat)).toBeUndefined();
  await releaseSeat(opened.db, other, seat);
  expect(await takeSeat(opened.db, other, seat)).toBeUndefined();
  await releaseSeat(opened.db, one, seat);
  expect(await takeSeat(opened.db, other, seat)).toBe(seat);
});

test('only a seat’s application maps back to a seat', () => {
  expect(seatOf(appOf(3))).toBe(3);
  expect(['seonmul-0', 'seonmul-9', 'seonmul-10', 'voicemail'].map(seatOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
