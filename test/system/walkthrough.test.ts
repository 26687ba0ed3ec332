import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playMainJob } from '../../bin/walkthrough/main-job.ts';
import { addTerminal, type Buyer, enrolTerminal, type Terminal } from '../../bin/walkthrough/people.ts';
import { playProviders } from '../../bin/walkthrough/providers.ts';
import { VARIANTS } from '../../bin/walkthrough/variants.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import type { Executor } from '../../kit/db/transaction.ts';
import { conservation as managementBooks } from '../../servers/management/books/conservation.ts';
import { conservation as settlementBooks } from '../../servers/settlement/books/conservation.ts';
import { conservation as shopBooks } from '../../servers/shop/books/conservation.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let terminal: Terminal;
let played: { buyer: Buyer; card: string };
const steps: string[] = [];

beforeAll(async () => {
  system = await startSystem();
  terminal = await enrolTerminal(system.world, await addTerminal(system.world));
});
afterAll(() => system?.stop());

describe('the main job on real processes', () => {
  test('goes through every step of the flow charts', async () => {
    played = await playMainJob(system.world, terminal, (step) => steps.push(step));
    const numbered = (word: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
    expect(steps).toEqual([...numbered('Purchase', 13), ...numbered('Receipt', 10)]);
  });

  test.each(VARIANTS)('$name', async ({ play }) => {
    expect(await play({ world: system.world, terminal, ...played })).not.toBe('');
  });

  test('pays through each payment provider', async () => {
    const told: string[] = [];
    await playProviders(system, async (name, play) => {
      expect(await play(), name).not.toBe('');
      told.push(name);
    });
    expect(told).toContain('purchase through Stripe');
  });

  test('leaves books that balance and agree with each other', async () => {
    const shop = await books(system, 'shop', shopBooks);
    const management = await books(system, 'management', managementBooks);
    const settlement = await books(system, 'settlement', settlementBooks);
    expect(shop.map(({ differences }) => differences)).toEqual([[]]);
    expect(management.map(({ holds }) => holds)).toEqual([true]);
    expect(settlement.map(({ holds }) => holds)).toEqual([true]);
    expect(management[0]?.issued_minor).toBe(BigInt(shop[0]?.issued_minor ?? -1));
    expect(management[0]?.redeemed_minor).toBe(BigInt(shop[0]?.redeemed_minor ?? -1));
    expect(management[0]?.outstanding_minor).toBe(BigInt(shop[0]?.outstanding_minor ?? -1));
    expect(settlement[0]?.captured_minor).toBe(management[0]?.issued_minor);
    expect(settlement[0]?.refunded_minor).toBe(management[0]?.refunded_minor);
  });

  test('leaves no PIN, certificate number or whole phone number in any log', () => {
    const secrets = [
      '739258',
      '804173',
      '598317',
      '598318',
      '481620',
      '902745',
      'sky-and-sea',
      '4242424242424242',
    ];
    const personal = [
      '98765432',
      '33334444',
      '44445555',
      '12345678',
      '홍길동',
      '김하늘',
      'haneul@example.com',
    ];
    for (const name of ['management', 'settlement', 'carrier', 'shop']) {
      const log = readFileSync(`${system.dataDir}/logs/${name}.log`, 'utf8');
      expect(log.length).toBeGreaterThan(100);
      expect([...secrets, ...personal].filter((text) => log.includes(text))).toEqual([]);
    }
  });
});

async function books<T>(
  of: System,
  role: 'shop' | 'management' | 'settlement',
  read: (db: Executor) => Promise<T>,
): Promise<T> {
  const database = openDatabase(of.stack.databases.get(role)?.databaseUrl ?? '', { applicationName: 'test' });
  try {
    return await read(database.db);
  } finally {
    await database.close();
  }
}
