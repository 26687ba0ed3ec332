import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type DevelopmentOptions, startChild } from '../../stack/child.ts';
import { portOf } from '../../stack/environment.ts';
import { freePortBase } from '../../stack/free-ports.ts';
import { isRoot, placeElsewhere } from '../../stack/postgres-files.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { type Stack, startStack } from '../../stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../../stack/temporary.ts';
import { type World, worldAt } from '../../walkthrough/people.ts';
import { DatabaseProxy } from '../proxy/database-proxy.ts';
import { HttpProxy } from '../proxy/http-proxy.ts';
import { Weather } from '../proxy/weather.ts';
import type { Says } from '../record/says.ts';
import { Clocks } from './clocks.ts';
import { ServerProcess } from './process.ts';
import { SmallDisk } from './small-disk.ts';

export type FaultSystem = {
  stack: Stack;
  world: World;
  dataDir: string;
  processes: readonly ServerProcess[];
  weather: Weather;
  http: Readonly<Record<ServerRole, HttpProxy>>;
  database: Readonly<Record<ServerRole, DatabaseProxy>>;
  clocks: Clocks;
  /** Undefined where none can be made. */
  disk: SmallDisk | undefined;
  /** PostgreSQL's process id; undefined while it is down. */
  postmaster(): number | undefined;
  /** PostgreSQL itself, as its superuser, in a server's database; through no proxy. */
  connect(role: ServerRole): Promise<Client>;
  stop(): Promise<void>;
};

/** Of a server's own ports, those of its processes are this far above the one that everybody knows. */
const PROCESS_OFFSET = 10;
const DATABASE_OFFSET = 31;
const DISK_MEGABYTES = 2_000;
/** A disk that can be filled is kept in memory. */
const POSTGRES = { shared_buffers: '256MB', max_wal_size: '512MB' };

const LAST_SAID_MAX = 4_000;
const EXITED = /^(\S+) exited \((\w+)\)/;
/** As it was told to; or, while it started, since it could not reach PostgreSQL. */
const EXITS_RIGHTLY = new Set(['SIGKILL', 'SIGTERM', '0', '2']);

export type SystemSettings = {
  processesOf: number;
  says: Says;
  say: (line: string) => void;
  wantsDisk: boolean;
};

/** The whole system, each server with several processes, and a proxy of ours between every two parties. */
export async function startFaultSystem({
  processesOf,
  says,
  say,
  wantsDisk,
}: SystemSettings): Promise<FaultSystem> {
  const portBase = await freePortBase();
  const dataDir = temporaryDataDir('faults');
  const elsewhere = placeElsewhere(dataDir);
  const disk = wantsDisk && isRoot ? SmallDisk.mount(elsewhere, DISK_MEGABYTES) : undefined;
  const weather = new Weather();
  const clocks = new Clocks();
  const portsOf = (role: ServerRole) =>
    Array.from({ length: processesOf }, (_, no) => portOf(portBase, role) + PROCESS_OFFSET + no);
  const databasePort = (role: ServerRole) =>
    portOf(portBase, 'postgres') + DATABASE_OFFSET + SERVER_ROLES.indexOf(role);
  const http = byRole((role) => new HttpProxy(role, weather, portsOf(role), says));
  const database = byRole((role) => new DatabaseProxy(role, weather, portOf(portBase, 'postgres')));
  const clockOf = (role: ServerRole, no: number) => {
    const file = join(dataDir, `clock-${role}-${no}.json`);
    clocks.add(`${role}.${no}`, file);
    return file;
  };
  const lastSaid = (name: string) =>
    readFileSync(join(dataDir, 'logs', `${name.replace('.', '-')}.log`), 'utf8').slice(-LAST_SAID_MAX);
  const hear = (line: string) => {
    const [, name, how = ''] = EXITED.exec(line) ?? [];
    if (name === undefined) say(line);
    else if (!EXITS_RIGHTLY.has(how)) says.finds('alive', `${name} exited (${how}): ${lastSaid(name)}`);
  };
  const stops: (() => Promise<void>)[] = [];

  async function stop(): Promise<void> {
    for (const end of stops.toReversed()) await end();
    disk?.unmount();
    removeDataDir(dataDir);
  }

  try {
    for (const role of SERVER_ROLES) {
      await http[role].listen(portOf(portBase, role));
      await database[role].listen(databasePort(role));
      stops.push(
        () => http[role].close(),
        () => database[role].close(),
      );
    }
    clocks.add('sandbox', join(dataDir, 'clock.json'));
    // A process that died stays down until it is started again.
    const stayDown: DevelopmentOptions = { inspectPort: undefined, onError: () => {} };
    const stack = await startStack({
      portBase,
      dataDir,
      durable: true,
      say: hear,
      serverSettings: { TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn' },
      settingsOf: (role, { DATABASE_URL = '' }) => ({
        DATABASE_URL: withPort(DATABASE_URL, databasePort(role)),
        CLOCK_FILE: clockOf(role, 1),
      }),
      postgresSettings: POSTGRES,
      development: new Map(
        SERVER_ROLES.map((role) => [role, { ...stayDown, listensAt: portsOf(role)[0] ?? 0 }]),
      ),
    });
    stops.push(() => stack.stop());
    const processes = SERVER_ROLES.flatMap((role) =>
      portsOf(role).map((port, index) => {
        const first = stack.children.get(role);
        if (index === 0 && first !== undefined) return new ServerProcess(role, 1, port, first, dataDir);
        const no = index + 1;
        const env = {
          ...stack.environments.get(role),
          ...{ PORT: String(port), CLOCK_FILE: clockOf(role, no) },
          BOUNCE_PORT: String(portOf(portBase, 'bounces') + index),
        };
        const program = join(import.meta.dirname, '../../../servers', role, 'main.ts');
        const log = join(dataDir, 'logs', `${role}-${no}.log`);
        const child = startChild(`${role}.${no}`, program, env, log, hear, stayDown);
        stops.push(() => child.stop());
        return new ServerProcess(role, no, port, child, dataDir);
      }),
    );
    await Promise.all(processes.map((process) => process.untilReady()));
    const cluster = existsSync(join(elsewhere, 'cluster')) ? elsewhere : join(dataDir, 'postgres');
    return {
      ...{ stack, world: worldAt(portBase, dataDir), dataDir, processes },
      ...{ weather, http, database, clocks, disk, stop },
      postmaster: () => pidIn(join(cluster, 'cluster', 'postmaster.pid')),
      connect: (role) => connectTo(stack.adminUrl, role),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function byRole<T>(make: (role: ServerRole) => T): Record<ServerRole, T> {
  return {
    management: make('management'),
    settlement: make('settlement'),
    carrier: make('carrier'),
    shop: make('shop'),
  };
}

function pidIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}

async function connectTo(adminUrl: string, role: ServerRole): Promise<Client> {
  const client = new Client({ connectionString: adminUrl.replace(/\/postgres$/, `/seonmul_${role}`) });
  client.on('error', () => {});
  await client.connect();
  return client;
}
