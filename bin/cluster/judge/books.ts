import { openDatabase } from '../../../kit/db/pool.ts';
import type { Db } from '../../../kit/db/transaction.ts';
import { conservation as managementBooks } from '../../../servers/management/books/conservation.ts';
import { readBooks as settlementBooks } from '../../../servers/settlement/books/read-books.ts';
import { conservation as shopBooks } from '../../../servers/shop/books/conservation.ts';
import type { DatabaseCluster } from '../database/database.ts';
import { ADDRESSES } from '../hosts/hosts.ts';
import { pause, until } from '../hosts/until.ts';
import type { System } from '../servers/system.ts';

const ROLES = ['management', 'settlement', 'shop'] as const;
type Books = Readonly<Record<(typeof ROLES)[number], Db>>;
const LOOK_MS = 1_000;

/**
 * Waits until the three servers with books agree, each with itself and with the others: what one did, the others have heard.
 * Returns what differs if they don't in time.
 */
export async function differencesOfBooks(
  database: DatabaseCluster,
  system: System,
  seconds: number,
): Promise<string[]> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await withBooks(database, system, differences).catch((error: unknown) => [
      `not readable: ${error}`,
    ]);
    if (found.length === 0 || Date.now() > deadline) return found;
    await pause(LOOK_MS);
  }
}

async function withBooks<T>(
  database: DatabaseCluster,
  system: System,
  work: (books: Books) => Promise<T>,
): Promise<T> {
  const primary = await until('a primary', 180, () => database.primary());
  const open = ROLES.map((role) =>
    openDatabase(system.databaseUrl(role, `${ADDRESSES[primary]}:6432`), {
      applicationName: 'judge',
      connectionsMax: 1,
    }),
  );
  try {
    return await work(Object.fromEntries(ROLES.map((role, index) => [role, open[index]?.db])) as Books);
  } finally {
    await Promise.all(open.map((each) => each.close()));
  }
}

async function differences({ management, settlement, shop }: Books): Promise<string[]> {
  const [ofManagement] = await managementBooks(management);
  const ofSettlement = await settlementBooks(settlement);
  const [ofShop] = await shopBooks(shop);
  const captured = ofSettlement.payees.find(({ payee }) => payee === 'shop:haneul')?.captured_minor ?? 0;
  const compared: [what: string, one: unknown, other: unknown][] = [
    ['captured and issued', captured, Number(ofManagement?.issued_minor)],
    ['issued', Number(ofManagement?.issued_minor), ofShop?.issued_minor],
    ['used', Number(ofManagement?.redeemed_minor), ofShop?.redeemed_minor],
    ['outstanding', Number(ofManagement?.outstanding_minor), ofShop?.outstanding_minor],
  ];
  return [
    ...(ofManagement?.holds ? [] : ['management differs with itself']),
    ...(ofSettlement.holds ? [] : ['settlement differs with itself']),
    ...(ofShop?.differences ?? ['the shop has no books']).map(
      (name) => `the shop differs with itself: ${name}`,
    ),
    ...compared
      .filter(([, one, other]) => one !== other)
      .map(([what, one, other]) => `${what}: ${one} and ${other}`),
  ];
}
