import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { wrongRoleSettings } from '../../../kit/db/role-settings.ts';
import { type Db, inSnapshot, inTransaction } from '../../../kit/db/transaction.ts';
import { ADDRESSES } from '../hosts/hosts.ts';
import { until } from '../hosts/until.ts';
import type { Found, World } from './world.ts';

const CLIENTS = 60;
const ROUNDS = 40;

type Mode = { mode: string; whole: string };
const MODE = `select current_setting('plan_cache_mode') as mode, current_setting('enable_seqscan') as whole`;
const USUAL: Mode = { mode: 'force_generic_plan', whole: 'off' };
const FOR_VALUES: Mode = { mode: 'auto', whole: 'on' };

/**
 * More connections than PgBouncer has to PostgreSQL, each with its own settings and statements: what one sets no other gets,
 * names that mean something else to each are not mixed up, and a migrated table is read by all.
 */
export async function asksThroughBouncer({ database, system }: World): Promise<Found> {
  await database.whole();
  const host = ADDRESSES[await until('a primary', 60, () => database.primary())];
  const url = system.databaseUrl('carrier', `${host}:6432`);
  const owner = system.ownerUrl('carrier', `${host}:5432`);
  const role = new URL(url).username;
  const migrating = openDatabase(owner, { applicationName: 'bouncer', connectionsMax: 1 });
  const all = Array.from({ length: CLIENTS }, () =>
    openDatabase(url, { applicationName: 'bouncer', connectionsMax: 1 }),
  );
  const wrong: string[] = [];
  try {
    await migrating.pool.query(`create table bouncer_things (id int primary key, size int not null);
      insert into bouncer_things values (1, 1); grant select, update on bouncer_things to ${role}`);
    wrong.push(...[await wrongRoleSettings(all[0]?.db as Db)].filter((problem) => problem !== undefined));
    for (const type of ['int', 'bigint', 'numeric', 'text']) {
      await migrating.pool.query(`alter table bouncer_things alter column size type ${type}`);
      const rounds = all.map(({ db }, client) => askMany(db, client));
      wrong.push(
        ...(await Promise.allSettled(rounds)).flatMap((round) =>
          round.status === 'fulfilled' ? round.value : [String(round.reason)],
        ),
      );
    }
    const { rows } = await migrating.pool.query<{ n: number }>(
      'select count(*)::int as n from pg_stat_activity where usename = $1',
      [role],
    );
    return { facts: { clients: CLIENTS, connections: rows[0]?.n }, wrong: [...new Set(wrong)].slice(0, 5) };
  } finally {
    await migrating.pool.query('drop table if exists bouncer_things');
    await Promise.all([migrating, ...all].map((each) => each.close()));
  }
}

async function askMany(db: Db, client: number): Promise<string[]> {
  const wrong: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own = await db.ask<{ sum: number }>(`select $1::int + ${client * ROUNDS + round} as sum`, [round]);
    if (own.rows[0]?.sum !== client * ROUNDS + 2 * round)
      wrong.push('another client’s statement was answered');
    const settings: [what: string, expected: Mode, seen: Mode | undefined][] = [
      ['a list', FOR_VALUES, (await db.ask<Mode>(MODE, [], FOR_THESE_VALUES)).rows[0]],
      ['a statement', USUAL, (await db.ask<Mode>(MODE, [])).rows[0]],
      ['a snapshot', FOR_VALUES, await inSnapshot(db, async (tx) => (await tx.ask<Mode>(MODE, [])).rows[0])],
      ['a transaction', USUAL, await inTransaction(db, async (tx) => (await tx.ask<Mode>(MODE, [])).rows[0])],
    ];
    for (const [what, expected, seen] of settings)
      if (JSON.stringify(seen) !== JSON.stringify(expected))
        wrong.push(`${what} was planned as ${JSON.stringify(seen)}`);
    const { rows } = await db.ask<{ size: unknown }>('select size from bouncer_things where id = $1', [1]);
    if (Number(rows[0]?.size) !== 1) wrong.push('a migrated table was misread');
  }
  return wrong;
}
