import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOnce } from '../../bin/stack/child.ts';
import { portOf, sandboxEnvironment, serverEnvironment, urlOf } from '../../bin/stack/environment.ts';
import { prepareFiles } from '../../bin/stack/files.ts';
import { freePortBase, givePortBaseBack } from '../../bin/stack/free-ports.ts';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import type { ServerDatabase } from '../../bin/stack/server-databases.ts';
import { waitUntilReady } from '../../bin/stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { type World, worldAt } from '../../bin/walkthrough/people.ts';
import { freePort } from '../harness/free-port.ts';
import { type Balancer, startBalancer } from './balancer.ts';

/** One process of a server. */
type Member = { port: number; child: ChildProcess };

/**
 * The four servers, two processes of each behind a balancer, with the sandbox. `root` is always the checkout of the version
 * that is meant.
 */
export type Fleet = {
  world: World;
  urls: Readonly<Record<ServerRole, string>>;
  databases: ReadonlyMap<ServerRole, ServerDatabase>;
  balancers: ReadonlyMap<ServerRole, Balancer>;
  migrate(role: ServerRole, root: string): Promise<void>;
  seed(root: string): Promise<void>;
  start(root: string): Promise<void>;
  /** Replaces the processes of a server one after the other. Returns how each of the old ones ended. */
  roll(role: ServerRole, root: string): Promise<(number | null)[]>;
  stop(): Promise<void>;
};

/** Longer than the balancer takes to notice. */
const DRAIN_SECONDS = 1;

/** A fleet on these databases, of which nothing runs yet. */
export async function prepareFleet(databases: ReadonlyMap<ServerRole, ServerDatabase>): Promise<Fleet> {
  const dataDir = temporaryDataDir('rolling');
  const portBase = await freePortBase();
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  const urls = Object.fromEntries(SERVER_ROLES.map((role) => [role, urlOf(portBase, role)])) as Fleet['urls'];
  const files = await prepareFiles(
    dataDir,
    (role) => urls[role],
    (smsc) => `smpp://127.0.0.1:${portOf(portBase, smsc)}`,
    urlOf(portBase, 'sandbox'),
  );
  const balancers = new Map<ServerRole, Balancer>();
  const members = new Map<ServerRole, readonly Member[]>(SERVER_ROLES.map((role) => [role, []]));
  const children: ChildProcess[] = [];

  function environmentOf(role: ServerRole, root: string): Record<string, string> {
    return {
      ...serverEnvironment(role, { portBase, dataDir, root }, files, found(databases, role)),
      DRAIN_SECONDS: String(DRAIN_SECONDS),
      // Two processes can't take bounces at one address, and the phone line has no part in this.
      ...(role === 'management' ? { BOUNCE_PORT: '0', ARI_URL: '' } : {}),
    };
  }

  function run(name: string, program: string, env: Record<string, string>, ...args: string[]): ChildProcess {
    const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      env: { PATH, NODE_COMPILE_CACHE, ...env },
      // It ends when this process does, however that ends.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    children.push(child);
    return child;
  }

  const mainOf = (role: ServerRole, root: string) => join(root, 'servers', role, 'main.ts');

  async function startMember(role: ServerRole, root: string): Promise<Member> {
    const port = await freePort();
    const env = { ...environmentOf(role, root), PORT: String(port) };
    return { port, child: run(role, mainOf(role, root), env) };
  }

  /** From now on these processes serve. */
  async function serve(role: ServerRole, serving: readonly Member[]): Promise<void> {
    members.set(role, serving);
    const balancer = found(balancers, role);
    balancer.use(serving.map(({ port }) => port));
    for (const { port } of serving) await balancer.untilReady(port);
  }

  return {
    world: worldAt(portBase, dataDir),
    urls,
    databases,
    balancers,
    async migrate(role, root) {
      const [code] = await once(
        run(role, mainOf(role, root), environmentOf(role, root), '--migrate'),
        'exit',
      );
      if (code !== 0) {
        const said = readFileSync(join(logs, `${role}.log`), 'utf8');
        throw new Error(`The database of ${role} could not be migrated: ${said}`);
      }
    },
    async seed(root) {
      const environments = SERVER_ROLES.map((role) => [role, environmentOf(role, root)] as const);
      const input = JSON.stringify(Object.fromEntries(environments));
      await runOnce(join(root, 'bin/stack/seed-all.ts'), input);
    },
    async start(root) {
      // The outside world stays as it is: nobody upgrades it.
      const outside = sandboxEnvironment({ portBase, dataDir, root }, files);
      run('sandbox', join(root, 'sandbox/main.ts'), outside);
      for (const role of SERVER_ROLES) balancers.set(role, await startBalancer(portOf(portBase, role)));
      await Promise.all([
        waitUntilReady('sandbox', urlOf(portBase, 'sandbox'), join(logs, 'sandbox.log')),
        ...SERVER_ROLES.map(async (role) =>
          serve(role, [await startMember(role, root), await startMember(role, root)]),
        ),
      ]);
    },
    async roll(role, root) {
      const ends: (number | null)[] = [];
      for (const old of found(members, role)) {
        // The new one first, so that there are never fewer than two.
        const serving = found(members, role);
        await serve(role, [...serving, await startMember(role, root)]);
        const ended = once(old.child, 'exit');
        old.child.kill('SIGTERM');
        const [code] = await ended;
        ends.push(code);
        await serve(
          role,
          found(members, role).filter((member) => member !== old),
        );
      }
      return ends;
    },
    async stop() {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
      for (const balancer of balancers.values()) await balancer.close();
      removeDataDir(dataDir);
      givePortBaseBack(portBase);
    },
  };
}

function found<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`There is no ${String(key)}.`);
  return value;
}
