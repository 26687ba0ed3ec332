import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { type Database, openDatabase } from '../../kit/db/pool.ts';
import { conservation as managementBooks } from '../../servers/management/books/conservation.ts';
import { readBooks as settlementBooks } from '../../servers/settlement/books/read-books.ts';
import { conservation as shopBooks } from '../../servers/shop/books/conservation.ts';
import type { Client } from './client.ts';
import type { Fleet } from './fleet.ts';
import { AMOUNT, GIFTS, type Load } from './load.ts';

/** Only bounds a wait that will never end: what servers tell each other takes a moment. */
const SETTLED_MS_MAX = 120_000;

/**
 * Whether the outside client's record and the books of all servers say the same: all that was acknowledged is there, once,
 * and no request failed in a way after which a client could not ask again.
 */
export async function judge(fleet: Fleet, client: Client, load: Load): Promise<void> {
  expect(client.faults).toEqual([]);
  expect(load.streams.cut).toBe(0);
  expect(load.orders()).toBeGreaterThan(0);
  expect(load.sold()).toBeGreaterThan(0);
  const issued = (load.orders() + GIFTS) * AMOUNT;
  const refunded = load.orders() * AMOUNT;
  const redeemed = load.sold();
  await eventuallyEqual(() => readBooks(fleet), {
    management: { issued, refunded, redeemed, holds: true },
    settlement: { captured: issued, refunded, holds: true },
    shop: { issued, refunded, redeemed, differences: [] },
  });
}

async function readBooks({ databases }: Fleet) {
  const opened = new Map<string, Database>();
  for (const role of SERVER_ROLES)
    opened.set(
      role,
      openDatabase(databases.get(role)?.databaseUrl ?? '', { applicationName: 'judge', connectionsMax: 1 }),
    );
  const dbOf = (role: string) => {
    const database = opened.get(role);
    if (database === undefined) throw new Error(`There is no database of ${role}.`);
    return database.db;
  };
  try {
    const [ofManagement] = await managementBooks(dbOf('management'));
    const ofSettlement = await settlementBooks(dbOf('settlement'));
    const [ofShop] = await shopBooks(dbOf('shop'));
    const payee = ofSettlement.payees.find(({ payee }) => payee === 'shop:haneul');
    return {
      management: {
        issued: Number(ofManagement?.issued_minor),
        refunded: Number(ofManagement?.refunded_minor),
        redeemed: Number(ofManagement?.redeemed_minor),
        holds: ofManagement?.holds,
      },
      settlement: {
        captured: payee?.captured_minor,
        refunded: payee?.refunded_minor,
        holds: ofSettlement.holds,
      },
      shop: {
        issued: ofShop?.issued_minor,
        refunded: ofShop?.refunded_minor,
        redeemed: ofShop?.redeemed_minor,
        differences: ofShop?.differences,
      },
    };
  } finally {
    for (const database of opened.values()) await database.close();
  }
}

async function eventuallyEqual<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const deadline = Date.now() + SETTLED_MS_MAX;
  for (;;) {
    const found = await look();
    if (JSON.stringify(found) === JSON.stringify(wanted) || Date.now() > deadline) {
      expect(found).toEqual(wanted);
      return;
    }
    await pause(500);
  }
}
