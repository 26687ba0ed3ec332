import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../kit/db/migrate.ts';
import { portOf } from '../stack/environment.ts';
import { SCHEMAS } from '../stack/schemas.ts';
import { CannotStart, type Stack, startStack } from '../stack/stack.ts';
import { buildMissingPages, startPages } from './pages.ts';
import { type DevProxy, startProxy } from './proxy.ts';
import { PARTS, type Part, partsToRestart, rolesToMigrate } from './restarts.ts';
import { watchSources } from './watch.ts';

export type Development = { stack: Stack; stop(): Promise<void> };

/** How far a server's own port is above the one that its proxy listens on. */
const UPSTREAM_OFFSET = 90;
/** A server that takes longer is reported as not ready. */
const RESTART_MS_MAX = 20_000;

/**
 * The system as by `npm start`, at the same addresses, kept current while files change: pages reload, and the servers that
 * a file belongs to restart, after their migrations.
 */
export async function startDevelopment(
  place: { portBase: number; dataDir: string },
  inspectPorts: ReadonlyMap<Part, number>,
  say: (line: string) => void,
): Promise<Development> {
  await buildMissingPages(say);
  const pages = await startPages();
  const restarting = new Map<Part, Promise<void>>();
  const proxies: DevProxy[] = [];
  const ownPort = (part: Part) => portOf(place.portBase, part) + UPSTREAM_OFFSET;
  const development = new Map(
    PARTS.map((part) => [
      part,
      {
        listensAt: ownPort(part),
        inspectPort: inspectPorts.get(part),
        onError: (text: string) => say(text.trimEnd().replaceAll(/^/gm, `[${part}] `)),
      },
    ]),
  );
  let stack: Stack | undefined;

  try {
    for (const part of PARTS) {
      const port = portOf(place.portBase, part);
      const upstream = { port: ownPort(part), ready: async () => restarting.get(part) };
      const proxy = await startProxy(port, upstream, pages).catch(() => {
        throw new CannotStart(`Port ${port} is in use; set SEONMUL_PORT_BASE to another base.`);
      });
      proxies.push(proxy);
    }
    stack = await startStack({ ...place, durable: true, say, development });
    const running = stack;
    const watch = watchSources(pages.vite.watcher, (changed) => applyChanges(running, changed));
    return { stack, stop: () => watch.stop().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }

  async function stop(): Promise<void> {
    await Promise.all(proxies.map((proxy) => proxy.close()));
    await pages.vite.close();
    await stack?.stop();
  }

  async function applyChanges(running: Stack, changed: readonly string[]): Promise<void> {
    const parts = partsToRestart(changed);
    if (parts.length === 0) return;
    const names = changed.length > 3 ? `${changed.length} files` : changed.join(', ');
    say(`${names} changed: restarting ${parts.join(', ')}...`);
    try {
      for (const role of rolesToMigrate(changed)) {
        const ownerUrl = running.databases.get(role)?.ownerDatabaseUrl ?? '';
        await migrate({ ownerUrl, schema: SCHEMAS[role], runtimeRole: `seonmul_${role}` });
      }
    } catch (error) {
      return say(`The migration failed: ${error instanceof Error ? error.message : error}`);
    }
    await Promise.all(
      parts.map((part) => {
        const restarted = restart(running, part);
        restarting.set(part, restarted);
        return restarted;
      }),
    );
  }

  async function restart(running: Stack, part: Part): Promise<void> {
    const startedAt = Date.now();
    const child = running.children.get(part);
    await child?.restart();
    while (child?.isRunning() && Date.now() - startedAt < RESTART_MS_MAX) {
      const answer = await fetch(`http://127.0.0.1:${ownPort(part)}/readyz`).catch(() => undefined);
      if (answer?.ok)
        return say(`${part} is ready again (${((Date.now() - startedAt) / 1000).toFixed(1)} s).`);
      await pause(50);
    }
    say(`${part} is not ready.`);
  }
}
