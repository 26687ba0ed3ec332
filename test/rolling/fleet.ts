import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  portOf,
  sandboxEnvironment,
  serverEnvironment,
  urlOf,
} from '../../bin/stack/environment.ts';
import { prepareFiles } from '../../bin/stack/files.ts';
import { freePortBase } from '../../bin/stack/free-ports.ts';
import { startPostgres } from '../../bin/stack/postgres.ts';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { type World, worldAt } from '../../bin/walkthrough/people.ts';
import { freePort } from '../harness/free-port.ts';
import { type Balancer, startBalancer } from './balancer.ts';

/** One process of a server. */
type Member = { port: number; child: ChildProcess; root: string };

/** The four servers, two processes of each behind a balancer, with the sandbox and PostgreSQL. */
export type Fleet = {
  world: World;
  databases: ReadonlyMap<ServerRole, { databaseUrl: string; ownerDatabaseUrl: string }>;
  balancers: ReadonlyMap<ServerRole, Balancer>;
  /** Runs a server's `--migrate` in the version at `root`. */
  migrate(role: ServerRole, root: string): Promise<void>;
  /** Replaces the processes of a server one after the other. Returns how each of the old ones ended. */
  roll(role: ServerRole, root: string): Promise<(number | null)[]>;
  stop(): Promise<void>;
};

/** Longer than the balancer takes to notice. */
const DRAIN_SECONDS = 1;

/** Starts the fleet in the version whose checkout is at `root`. */
export async function startFleet(root: string): Promise<Fleet> {
  const dataDir = temporaryDataDir('rolling');
  const portBase = await freePortBase();
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const postgres = await startPostgres(dataDir, portOf(portBase, 'postgres'), { durable: false });
  const files = await prepareFiles(
    dataDir,
    (role) => urlOf(portBase, role),
    (smsc) => `smpp://127.0.0.1:${portOf(portBase, smsc)}`,
    urlOf(portBase, 'sandbox'),
  );
  const databases = new Map<ServerRole, { databaseUrl: string; ownerDatabaseUrl: string }>();
  for (const role of SERVER_ROLES) databases.set(role, await postgres.ensureServerDatabase(role));
  const environmentOf = (role: ServerRole, at: string) => {
    const database = databases.get(role);
    if (database === undefined) throw new Error(`There is no database of ${role}.`);
    // One address can take bounces only once, and mail has no part in this.
    const own = role === 'management' ? { BOUNCE_PORT: '0', ARI_URL: '' } : {};
    return {
      ...serverEnvironment(role, { portBase, dataDir, root: at }, files, database),
      DRAIN_SECONDS: String(DRAIN_SECONDS),
      NODE_NO_WARNINGS: '1',
      ...own,
    };
  };
  const logOf = (name: string) => createWriteStream(join(dataDir, 'logs', `${name}.log`), { flags: 'a' });

  function run(name: string, program: string, env: Record<string, string>, args: string[] = []): ChildProcess {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH, NODE_COMPILE_CACHE, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log = logOf(name);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    return child;
  }

  const mainOf = (role: ServerRole, at: string) => join(at, 'servers', role, 'main.ts');
  async function runOnce(role: ServerRole, at: string, action: string): Promise<void> {
    const child = run(role, mainOf(role, at), environmentOf(role, at), [action]);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${role} ${action} ended with ${code}; see ${dataDir}/logs.`);
  }

  const balancers = new Map<ServerRole, Balancer>();
  const members = new Map<ServerRole, Member[]>();
  const sandboxPort = portOf(portBase, 'sandbox');

  async function startMember(role: ServerRole, at: string): Promise<Member> {
    const port = await freePort();
    return { port, root: at, child: run(role, mainOf(role, at), { ...environmentOf(role, at), PORT: String(port) }) };
  }

  async function balance(role: ServerRole): Promise<Balancer> {
    const balancer = balancers.get(role);
    if (balancer === undefined) throw new Error(`There is no balancer of ${role}.`);
    balancer.use(membersOf(role).map(({ port }) => port));
    return balancer;
  }

  const membersOf = (role: ServerRole) => members.get(role) ?? [];

  for (const role of SERVER_ROLES) {
    await runOnce(role, root, '--migrate');
    await runOnce(role, root, '--seed');
  }
  // The outside world is this version's: it is no server of an owner.
  const here = join(import.meta.dirname, '../..');
  const sandbox = run('sandbox', join(here, 'sandbox/main.ts'), sandboxEnvironment({ portBase, dataDir, root: here }, files));
  const outside = await startBalancerless(sandboxPort);
  await Promise.all(
    SERVER_ROLES.map(async (role) => {
      balancers.set(role, await startBalancer(portOf(portBase, role)));
      members.set(role, [await startMember(role, root), await startMember(role, root)]);
      const balancer = await balance(role);
      for (const { port } of membersOf(role)) await balancer.until(port, true);
    }),
  );
  await outside;

  return {
    world: worldAt(portBase, dataDir),
    databases,
    balancers,
    migrate: (role, at) => runOnce(role, at, '--migrate'),
    async roll(role, at) {
      const ends: (number | null)[] = [];
      for (const old of [...membersOf(role)]) {
        // The new one first, so that there are never fewer than two.
        const added = await startMember(role, at);
        members.set(role, [...membersOf(role), added]);
        const balancer = await balance(role);
        await balancer.until(added.port, true);
        const ended = once(old.child, 'exit');
        old.child.kill('SIGTERM');
        const [code] = await ended;
        ends.push(code);
        members.set(
          role,
          membersOf(role).filter((member) => member !== old),
        );
        await balance(role);
      }
      return ends;
    },
    async stop() {
      const children = [sandbox, ...[...members.values()].flat().map(({ child }) => child)];
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
      for (const balancer of balancers.values()) await balancer.close();
      await postgres.stop();
      removeDataDir(dataDir);
    },
  };
}

/** Waits until the sandbox answers, which has no balancer. */
async function startBalancerless(port: number): Promise<void> {
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((later) => setTimeout(later, 200));
  }
}
