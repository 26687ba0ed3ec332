import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../../kit/db/migrate.ts';
import { isAlive } from './alive.ts';
import { CannotStart } from './cannot-start.ts';
import { type Child, type DevelopmentOptions, runOnce, startChild } from './child.ts';
import {
  MESSAGE_PORTS,
  type Place,
  portOf,
  sandboxEnvironment,
  serverEnvironment,
  urlOf,
} from './environment.ts';
import { prepareFiles, type StackFiles } from './files.ts';
import { refuseBusyPorts } from './free-ports.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { SERVER_ROLES, type ServerRole } from './roles.ts';
import { SCHEMAS } from './schemas.ts';
import type { ServerDatabase } from './server-databases.ts';

export type Stack = {
  url(part: ServerRole | 'sandbox'): string;
  files: StackFiles;
  children: ReadonlyMap<ServerRole | 'sandbox', Child>;
  databases: ReadonlyMap<ServerRole, ServerDatabase>;
  /** PostgreSQL's, as its superuser. */
  adminUrl: string;
  /** Each server's settings, so that more processes of it can be started. */
  environments: ReadonlyMap<ServerRole, Record<string, string>>;
  stop(): Promise<void>;
};

export type StackSettings = {
  portBase: number;
  dataDir: string;
  durable: boolean;
  say: (line: string) => void;
  /** Overrides the demo's settings of management. */
  managementSettings?: Record<string, string>;
  /** Overrides the demo's settings of every server. */
  serverSettings?: Record<string, string>;
  /** Overrides the settings that one server would have. */
  settingsOf?: (role: ServerRole, settings: Readonly<Record<string, string>>) => Record<string, string>;
  /** Further settings of PostgreSQL. */
  postgresSettings?: Record<string, string>;
  /** For working on the code: each process listens elsewhere, behind a proxy that has its port. */
  development?: ReadonlyMap<ServerRole | 'sandbox', DevelopmentOptions & { listensAt: number }>;
};

const ROOT = resolve(import.meta.dirname, '..', '..');
/** Generous, because a busy machine takes many times as long as an idle one. */
const READY_MS_MAX = 300_000;

/** Brings up a whole system: PostgreSQL, databases, keys, the four servers and the sandbox, each its own process. */
export async function startStack(settings: StackSettings): Promise<Stack> {
  const { portBase, dataDir: given, durable, say, development } = settings;
  const { managementSettings = {}, serverSettings = {}, postgresSettings = {} } = settings;
  const { settingsOf = () => ({}) } = settings;
  const dataDir = resolve(given);
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const unlock = lock(dataDir);
  const children = new Map<ServerRole | 'sandbox', Child>();
  let postgres: Postgres | undefined;

  async function stop(): Promise<void> {
    await Promise.all([...children.values()].map((child) => child.stop()));
    await postgres?.stop();
    unlock();
  }

  try {
    const listensAt = (part: ServerRole | 'sandbox') =>
      development?.get(part)?.listensAt ?? portOf(portBase, part);
    await refuseBusyPorts([
      ...[...SERVER_ROLES, 'sandbox' as const].map(listensAt),
      ...MESSAGE_PORTS.map((part) => portOf(portBase, part)),
    ]);
    const place: Place = { portBase, dataDir, root: ROOT };
    const smscUrl = (smsc: 'smsc' | 'secondSmsc') => `smpp://127.0.0.1:${portOf(portBase, smsc)}`;
    const files = await prepareFiles(
      dataDir,
      (role) => urlOf(portBase, role),
      smscUrl,
      urlOf(portBase, 'sandbox'),
    );
    postgres = await startPostgres(dataDir, portOf(portBase, 'postgres'), {
      durable,
      more: postgresSettings,
    });
    const databases = new Map<ServerRole, ServerDatabase>();
    for (const role of SERVER_ROLES) databases.set(role, await prepareDatabase(postgres, role));

    const log = (name: string) => join(dataDir, 'logs', `${name}.log`);
    const program = (folder: string) => join(ROOT, folder, 'main.ts');
    const environments = new Map(
      [...databases].map(
        ([role, database]) => [role, serverEnvironment(role, place, files, database)] as const,
      ),
    );
    for (const [role, env] of environments) Object.assign(env, serverSettings, settingsOf(role, env));
    Object.assign(environments.get('management') ?? {}, managementSettings);
    const seeded = join(dataDir, 'seeded');
    if (!existsSync(seeded)) {
      await runOnce(
        join(import.meta.dirname, 'seed-all.ts'),
        JSON.stringify(Object.fromEntries(environments)),
      );
      writeFileSync(seeded, '');
    }
    const start = (part: ServerRole | 'sandbox', folder: string, env: Record<string, string>) => {
      const where = { ...env, PORT: String(listensAt(part)) };
      children.set(part, startChild(part, program(folder), where, log(part), say, development?.get(part)));
    };
    start('sandbox', 'sandbox', sandboxEnvironment(place, files));
    for (const [role, env] of environments) start(role, `servers/${role}`, env);
    const url = (part: ServerRole | 'sandbox') => urlOf(portBase, part);
    await Promise.all([...children.keys()].map((part) => waitUntilReady(part, url(part), log(part))));
    return { url, files, children, databases, adminUrl: postgres.adminUrl, environments, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareDatabase(postgres: Postgres, role: ServerRole): Promise<ServerDatabase> {
  const database = await postgres.ensureServerDatabase(role);
  await migrate({
    ownerUrl: database.ownerDatabaseUrl,
    schema: SCHEMAS[role],
    runtimeRole: `seonmul_${role}`,
  });
  return database;
}

export async function waitUntilReady(name: string, url: string, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_MS_MAX;
  while (Date.now() < deadline) {
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new CannotStart(`${name} did not become ready within five minutes; see ${logFile}.`);
}

/** Two systems on the same data would corrupt it, so the first one leaves its process id. */
function lock(dataDir: string): () => void {
  const file = join(dataDir, 'running.pid');
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isAlive(owner)) {
      throw new CannotStart(
        `Seonmul is already running on ${dataDir} (process ${owner}); set SEONMUL_DATA for a second one.`,
      );
    }
    rmSync(file);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
  }
  const handle = openSync(file, 'wx');
  writeFileSync(handle, String(process.pid));
  closeSync(handle);
  return () => rmSync(file, { force: true });
}
