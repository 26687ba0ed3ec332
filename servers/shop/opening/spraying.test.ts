import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { LimitUse } from '../../../kit/limits.ts';
import { LimitsModel } from '../../../test/builders/limits-model.ts';
import { PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { SEED } from '../../../test/harness/seed.ts';
import { randomFrom } from '../../../test/model/random.ts';
import { listAlarms, looksSprayed, tally, WINDOW_MINUTES, watchSpraying } from './spraying.ts';
import { strangersUses } from './verify-afar.ts';
import { tillUses } from './verify-at-till.ts';

let shop: TestShop;
let terminal: TestTerminal;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

const PHONES = 100_000;
const TARGETS = 1_000;
const ADDRESSES = 10_000;
const TILLS = 1_000;
const PINS = 1_000_000;
/** One in a hundred holders has it, and a sprayer knows that. */
const COMMON_PIN = '135790';
const HOURS = 1.5;

/** The limits as the shop sets them, used as its operations use them, on a clock that runs through hours. */
function simulate({ alarm }: { alarm: boolean }) {
  const random = randomFrom(SEED);
  const { limits } = shop.context;
  const own = new Set([limits.pinByCaller.name]);
  const model = new LimitsModel();
  const pinOf = (phone: number) =>
    phone % 100 === 0 ? COMMON_PIN : String((phone * 7_919) % PINS).padStart(6, '0');
  const guesses = { byPhone: new Map<number, number[]>(), byPin: new Map<string, number[]>() };
  const found: number[] = [];
  const honest = { opened: 0, refused: [] as string[] };
  /** Comparisons of strangers, by minute. */
  const tallies: { compared: number; wrong: number }[] = [];
  let isSprayed = false;

  const add = <Key>(times: Map<Key, number[]>, key: Key, at: number) => {
    const known = times.get(key);
    if (known === undefined) times.set(key, [at]);
    else known.push(at);
  };

  /** Half of the attempts are at few phones, and half of them are of one PIN. */
  const spray = (address: number, now: number) => {
    const phone = random.upTo(random.upTo(2) === 0 ? TARGETS : PHONES);
    const pin = random.upTo(2) === 0 ? COMMON_PIN : String(random.upTo(PINS)).padStart(6, '0');
    if (alarm && isSprayed) return;
    const reserved = strangersUses(limits, String(phone), pin);
    const caller: LimitUse = [limits.pinByCaller, `web:${address}`];
    if (!model.consumeAll([caller, ...reserved], own, now).ok) return;
    add(guesses.byPhone, phone, now);
    add(guesses.byPin, pin, now);
    const wasWrong = pin !== pinOf(phone);
    const minute = tallies.at(-1);
    if (minute !== undefined) {
      minute.compared += 1;
      minute.wrong += wasWrong ? 1 : 0;
    }
    if (wasWrong) return;
    found.push(phone);
    model.giveBack(reserved);
  };

  /** A customer at a till mistypes now and then, but not for ever; some pay with what strangers guess at. */
  const pay = (till: number, now: number) => {
    const phone = random.upTo(random.upTo(4) === 0 ? TARGETS : PHONES);
    for (let typed = 0; ; typed++) {
      const reserved = tillUses(limits, `till-${till}`, String(phone));
      const caller: LimitUse = [limits.pinByCaller, `terminal:${till}`];
      const answer = model.consumeAll([caller, ...reserved], own, now);
      if (!answer.ok) return honest.refused.push(...answer.by);
      if (typed < 2 && random.upTo(10) === 0) continue;
      model.giveBack(reserved);
      honest.opened += 1;
      return;
    }
  };

  for (let now = 0; now < HOURS * HOUR_MS; now += MINUTE_MS) {
    tallies.push({ compared: 0, wrong: 0 });
    for (let address = 0; address < ADDRESSES; address++) spray(address, now + address);
    for (let till = 0; till < TILLS; till++) if (random.upTo(3) > 0) pay(till, now);
    const latest = tallies.slice(-WINDOW_MINUTES);
    const sum = (of: 'compared' | 'wrong') => latest.reduce((total, each) => total + BigInt(each[of]), 0n);
    isSprayed = looksSprayed('afar', { compared: sum('compared'), wrong: sum('wrong') });
  }
  return { guesses, found, honest };
}

/** The most that fall into any hour. */
function mostInAnHour(times: Iterable<readonly number[]>): number {
  let most = 0;
  for (const each of times)
    each.forEach((at, first) => {
      most = Math.max(most, each.filter((other, n) => n >= first && other < at + HOUR_MS).length);
    });
  return most;
}

describe(`a sprayer with ${ADDRESSES} addresses at ${PHONES} phones, beside ${TILLS} honest tills (seed ${SEED})`, () => {
  test('has fewer than ten guesses an hour at a phone and with a PIN, without any alarm', () => {
    const { guesses, found, honest } = simulate({ alarm: false });
    // The attack is one: it uses up what there is.
    expect(mostInAnHour(guesses.byPhone.values())).toBeGreaterThanOrEqual(6);
    expect(mostInAnHour(guesses.byPhone.values())).toBeLessThan(10);
    expect(mostInAnHour(guesses.byPin.values())).toBeLessThan(10 + found.length);
    expect(honest.refused).toEqual([]);
    expect(honest.opened).toBeGreaterThan(TILLS * HOURS * 30);
  });

  test('has next to none with the alarm, and no honest customer notices', () => {
    const { guesses, honest } = simulate({ alarm: true });
    const all = [...guesses.byPhone.values()].reduce((sum, times) => sum + times.length, 0);
    expect(all).toBeLessThan(PHONES);
    expect(honest.refused).toEqual([]);
  });
});

describe('the alarm', () => {
  const wrongPins = async (times: number, wrong: boolean) => {
    for (let n = 0; n < times; n++) await tally(shop.context, { origin: 'afar', wasWrong: wrong });
  };
  beforeEach(async () => {
    await sql`delete from rate_limits`.execute(shop.context.db);
    await sql`delete from opening_tallies`.execute(shop.context.db);
    await watchSpraying(shop.context);
  });
  const open = async (phone: string, pin = PIN) =>
    (await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin } })).body.code ?? 'opened';

  test('is raised by the share of wrong PINs, not by their number', async () => {
    await wrongPins(100, true);
    await wrongPins(200, false);
    expect(await watchSpraying(shop.context)).toBe(0);
    await wrongPins(120, true);
    expect(await watchSpraying(shop.context)).toBe(1);
    // Once, however often it is looked at.
    expect(await watchSpraying(shop.context)).toBe(0);
    const shown = await shop.call('GET', '/v1/office/guessing-alarms', { token: await shop.staff('clerk') });
    expect((shown.body.alarms as unknown[])[0]).toMatchObject({
      ...{ origin: 'afar', compared: 420, wrong: 220, ended_at: null },
    });
  });

  test('is not raised by few', async () => {
    await wrongPins(50, true);
    expect(await watchSpraying(shop.context)).toBe(0);
  });

  test('asks strangers for a code, whatever they hold, and nobody at a till; and ends', async () => {
    const phone = '+821072000001';
    await shop.accepted(1_000, { phone });
    await wrongPins(100, true);
    await watchSpraying(shop.context);
    for (const tried of [phone, '+821072000002']) expect(await open(tried)).toBe('code_required');
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
    shop.passTime((WINDOW_MINUTES + 1) * MINUTE_MS);
    await watchSpraying(shop.context);
    expect((await listAlarms(shop.context, 1))[0]?.ended_at).toEqual(expect.any(String));
    expect(await open(phone)).toBe('opened');
  });

  test('of one PIN at many phones is raised too', async () => {
    for (let n = 0; n < 6; n++) await open(`+82107300000${n}`, '802753');
    expect((await listAlarms(shop.context, 1))[0]).toMatchObject({ origin: 'one_pin', ended_at: null });
  });
});
