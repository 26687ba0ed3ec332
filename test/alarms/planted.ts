import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Registry } from 'prom-client';
import { inject } from 'vitest';
import type { Alarm } from '../../kit/alarms/definition.ts';
import { History, holdingNow, lookAt } from '../../kit/alarms/holding.ts';
import type { Clock } from '../../kit/clock.ts';

/** Looks at a server's metrics as its job does, and says which alarms' conditions hold, however long they must. */
export function watching(registry: Registry, clock: Clock, alarms: readonly Alarm[]) {
  const history = new History();
  // What other files have counted in this process is none of ours.
  registry.resetMetrics();
  return async function raised(now: Date = clock()): Promise<string[]> {
    const look = await lookAt(registry, now);
    const held = holdingNow(alarms, look, history);
    history.keep(look);
    return [...new Set(held.map(({ alarm }) => alarm))].sort();
  };
}

/** A planted row, by which it is removed or changed again. */
export type Planter = {
  insert(table: string, values: Readonly<Record<string, unknown>>): Promise<void>;
  query(sql: string, values?: unknown[]): Promise<void>;
  end(): Promise<void>;
};

const OF_TYPE: Readonly<Record<string, unknown>> = {
  uuid: randomUUID(),
  text: 'x',
  bpchar: 'KRW',
  int2: 0,
  int4: 0,
  int8: 0,
  bool: false,
  bytea: Buffer.from([0]),
  jsonb: '{}',
  timestamptz: '2026-03-01T00:00:00Z',
  date: '2026-03-01',
  int8multirange: '{[1,2)}',
};

/** The database's administrator, who may write anything anywhere; what a row must have and is not given is made up. */
export async function planter(ownerUrl: string): Promise<Planter> {
  const url = new URL(inject('postgres').adminUrl);
  url.pathname = new URL(ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  // A test may end a session.
  client.on('error', () => {});
  await client.connect();
  await client.query('set session_replication_role = replica');
  return {
    async insert(table, values) {
      const { rows } = await client.query<{ name: string; type: string }>(
        `select column_name as name, udt_name as type from information_schema.columns
         where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null
           and is_identity = 'NO' and is_generated = 'NEVER'`,
        [table],
      );
      const made = rows.map(({ name, type }) => [name, type === 'uuid' ? randomUUID() : OF_TYPE[type]]);
      const all = Object.entries({ ...Object.fromEntries(made), ...values });
      const columns = all.map(([name]) => `"${name}"`).join(', ');
      await client.query(
        `insert into ${table} (${columns}) overriding system value values (${all.map((_, i) => `$${i + 1}`).join(', ')})`,
        all.map(([, value]) => value),
      );
    },
    async query(sql, values) {
      await client.query(sql, values);
    },
    end: () => client.end(),
  };
}
