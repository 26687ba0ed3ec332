import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../kit/db/migrate.ts';
import { MESSAGE_PORTS, portOf } from '../stack/environment.ts';
import { refuseBusyPorts } from '../stack/free-ports.ts';
import { SCHEMAS } from '../stack/schemas.ts';
import { type Stack, startStack } from '../stack/stack.ts';
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
  const { portBase } = place;
  const ownPort = (part: Part) => portOf(portBase, part) + UPSTREAM_OFFSET;
  // Before Vite, which would print a stack trace if it were stopped while it starts.
  await refuseBusyPorts([
    ...PARTS.flatMap((part) => [portOf(portBase, part), ownPort(part)]),
    ...MESSAGE_PORTS.map((part) => portOf(portBase, part)),
  ]);
  await buildMissingPages(say);
  const pages = await startPages();
  const restarting = new Map<Part, Promise<void>>();
  const proxies: DevProxy[] = [];
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
      const upstream = { port: ownPort(part), ready: async () => restarting.get(part) };
      proxies.push(await startProxy(portOf(portBase, part), upstream, pages));
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
