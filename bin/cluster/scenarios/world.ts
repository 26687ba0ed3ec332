import type { DatabaseCluster } from '../database/database.ts';
import type { DatabaseHost, Hosts } from '../hosts/hosts.ts';
import { pause, secondsSince, until } from '../hosts/until.ts';
import { accountOf } from '../judge/account.ts';
import { differencesOfBooks } from '../judge/books.ts';
import { judge } from '../judge/effects.ts';
import type { Load } from '../load/load.ts';
import type { Servers } from '../servers/servers.ts';
import type { System } from '../servers/system.ts';

export type World = { hosts: Hosts; database: DatabaseCluster; servers: Servers; system: System; load: Load };

/** What a scenario found: the facts, and what must not be. */
export type Found = { facts: Readonly<Record<string, unknown>>; wrong: readonly string[] };

export type Scenario = { what: string; play(world: World): Promise<Found> };

const BEFORE_MS = 5_000;
const AFTER_MS = 6_000;
/** Calls whose outcome is unknown are asked about again only now and then. */
const BOOKS_S = 300;

/**
 * Plays a fault under load: `inflict` returns once it is over for clients, as far as it ever is, and `mend` makes everything
 * as before. Then the client's record is compared with the books.
 */
export async function playFault(
  world: World,
  fault: { inflict(primary: DatabaseHost): Promise<void>; mend?(primary: DatabaseHost): Promise<void> },
): Promise<Found> {
  const { database, servers, load } = world;
  await database.whole();
  const primary = await until('a primary', 60, () => database.primary());
  await database.moveEtcdTo(primary);
  load.begin();
  await until(
    'sales',
    120,
    async () =>
      load.entries().filter(({ kind, outcome }) => kind === 'sale' && outcome === 'done').length > 20,
  );
  await pause(BEFORE_MS);
  const since = Date.now();
  await fault.inflict(primary);
  await until('sales again', 300, async () =>
    load.entries().some(({ kind, outcome, begun }) => kind === 'sale' && outcome === 'done' && begun > since),
  );
  await pause(AFTER_MS);
  const ended = Date.now();
  await fault.mend?.(primary);
  const mended = Date.now();
  await database.whole();
  const whole_s = secondsSince(mended);
  const entries = await load.end();
  await servers.ready();

  const account = accountOf(entries, since, ended);
  const { lost, doubled, undead, unknown_kept } = await judge(entries, database, world.system);
  // Where something is lost they never agree.
  const books = await differencesOfBooks(database, world.system, lost.length > 0 ? 0 : BOOKS_S);
  return {
    facts: {
      ...{ primary: `${primary} → ${await database.primary()}`, ...account, unknown_kept, whole_s },
      ...{ lost: lost.length, doubled: doubled.length },
    },
    wrong: [
      ...some('acknowledged and lost', lost),
      ...some('done twice', doubled),
      ...some('refused, and done all the same', undead),
      ...books.map((difference) => `the books differ: ${difference}`),
      ...(account.hung > 0 ? [`${account.hung} requests got no answer`] : []),
    ],
  };
}

function some(what: string, keys: readonly string[]): string[] {
  return keys.length === 0 ? [] : [`${keys.length} ${what}, such as ${keys.slice(0, 3).join(', ')}`];
}
