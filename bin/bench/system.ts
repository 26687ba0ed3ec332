import { Client } from 'pg';
import { SERVER_ROLES, type ServerRole } from '../stack/roles.ts';
import { type Stack, startStack, waitUntilReady } from '../stack/stack.ts';
import { type World, worldAt } from '../walkthrough/people.ts';
import { processorSeconds, residentMegabytes } from './usage.ts';

/** A whole system that the bench has to itself, and what can be read off it. */
export type BenchSystem = {
  world: World;
  stack: Stack;
  /** How long it took until all servers were ready. */
  startSeconds: number;
  /** PostgreSQL as its superuser, in a server's database. */
  database: Readonly<Record<ServerRole, Client>>;
  postmaster: number;
  stop(): Promise<void>;
};

export type SystemPlace = {
  portBase: number;
  dataDir: string;
  say: (line: string) => void;
  /** Further settings of the servers and of PostgreSQL. */
  serverSettings?: Record<string, string>;
  postgresSettings?: Record<string, string>;
};

export async function startSystem(place: SystemPlace): Promise<BenchSystem> {
  const { portBase, dataDir, say } = place;
  const begun = performance.now();
  const stack = await startStack({
    portBase,
    dataDir,
    durable: true,
    say,
    serverSettings: { TRUSTED_PROXIES: '127.0.0.1', ...place.serverSettings },
    postgresSettings: { shared_preload_libraries: 'pg_stat_statements', ...place.postgresSettings },
  });
  const startSeconds = (performance.now() - begun) / 1000;
  const clients = await Promise.all(
    SERVER_ROLES.map(async (role) => [role, await connectTo(stack.adminUrl, role)] as const),
  );
  const database = Object.fromEntries(clients) as Record<ServerRole, Client>;
  await countStatementsOf(database.shop, 'none');
  const file = await database.shop.query("select pg_read_file('postmaster.pid') as text");
  return {
    world: worldAt(portBase, dataDir),
    stack,
    startSeconds,
    database,
    postmaster: Number.parseInt(file.rows[0]?.text, 10),
    async stop() {
      await Promise.all(clients.map(([, client]) => client.end()));
      await stack.stop();
    },
  };
}

/** Counting costs time, so nothing is counted while anything is timed. */
export async function countStatementsOf(client: Client, whose: 'all' | 'none'): Promise<void> {
  await client.query(`alter system set pg_stat_statements.track = '${whose}'`);
  await client.query('select pg_reload_conf()');
}

async function connectTo(adminUrl: string, role: ServerRole): Promise<Client> {
  const client = new Client({ connectionString: adminUrl.replace(/\/postgres$/, `/seonmul_${role}`) });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Everything but the shop goes away, as in an outage. */
const OTHERS = [...SERVER_ROLES.filter((role) => role !== 'shop'), 'sandbox'] as const;

export async function stopOthers({ stack }: BenchSystem): Promise<void> {
  await Promise.all(OTHERS.map((part) => stack.children.get(part)?.stop()));
}

export async function startOthers({ stack }: BenchSystem): Promise<void> {
  await Promise.all(
    OTHERS.map(async (part) => {
      await stack.children.get(part)?.restart();
      await waitUntilReady(part, stack.url(part), 'its log');
    }),
  );
}

/** What has been used so far. */
export type Usage = {
  cpu_s: Readonly<Record<ServerRole | 'postgres', number>> | undefined;
  wal_bytes: number;
};

export async function usageOf({ stack, database, postmaster }: BenchSystem): Promise<Usage> {
  const wal = await database.shop.query("select (pg_current_wal_insert_lsn() - '0/0')::text as bytes");
  const seconds = SERVER_ROLES.map(
    (role) => [role, processorSeconds(stack.children.get(role)?.pid() ?? 0, 'alone')] as const,
  );
  const postgres = processorSeconds(postmaster, 'with_children');
  const isKnown = postgres !== undefined && seconds.every(([, used]) => used !== undefined);
  const cpu_s = isKnown
    ? ({ ...Object.fromEntries(seconds), postgres } as Record<ServerRole | 'postgres', number>)
    : undefined;
  return { cpu_s, wal_bytes: Number(wal.rows[0]?.bytes) };
}

/** Microseconds of processor time and bytes of WAL that each sale took, with all that was done about it. */
export function perSale(before: Usage, after: Usage, sales: number): Record<string, number> {
  const wal = { wal_bytes: (after.wal_bytes - before.wal_bytes) / sales };
  if (before.cpu_s === undefined || after.cpu_s === undefined) return wal;
  const begun = before.cpu_s;
  const parts = Object.entries(after.cpu_s).map(
    ([part, seconds]) =>
      [`cpu_us_${part}`, ((seconds - begun[part as ServerRole]) * 1_000_000) / sales] as const,
  );
  return { ...wal, ...Object.fromEntries(parts), cpu_us: parts.reduce((sum, [, micros]) => sum + micros, 0) };
}

export function memoryOf({ stack }: BenchSystem): Record<string, number> | undefined {
  const megabytes = SERVER_ROLES.map(
    (role) => [role, residentMegabytes(stack.children.get(role)?.pid() ?? 0)] as const,
  );
  return megabytes.every(([, used]) => used !== undefined)
    ? (Object.fromEntries(megabytes) as Record<string, number>)
    : undefined;
}
