import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../kit/db/migrate.ts';
import { portOf } from '../stack/environment.ts';
import { SCHEMAS } from '../stack/schemas.ts';
import { CannotStart, type Stack, startStack } from '../stack/stack.ts';
import { type Front, startFront } from './front.ts';
import { buildUnknownPages, startPages } from './pages.ts';
import { PARTS, type Part, partsConcerned, rolesToMigrate } from './restarts.ts';
import { watchSources } from './watch.ts';

export type Development = { stack: Stack; stop(): Promise<void> };

/** A server's own port lies so far above the one that it is known by. */
const BEHIND = 90;
/** What starts longer than this does not start. */
const RESTART_MS_MAX = 20_000;

/**
 * The system as by `npm start`, at the same addresses, with all that lies between a change of a file and its effect
 * done: pages load themselves anew, and the servers that a file is part of start again, after their migrations.
 */
export async function startDevelopment(
  place: { portBase: number; dataDir: string },
  inspectPorts: ReadonlyMap<Part, number>,
  say: (line: string) => void,
): Promise<Development> {
  await buildUnknownPages(say);
  const pages = await startPages();
  const restarting = new Map<Part, Promise<void>>();
  const fronts: Front[] = [];
  const ownPort = (part: Part) => portOf(place.portBase, part) + BEHIND;
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
      const behind = { port: ownPort(part), ready: async () => restarting.get(part) };
      const front = await startFront(port, behind, pages).catch(() => {
        throw new CannotStart(`Port ${port} is taken; set SEONMUL_PORT_BASE to another base.`);
      });
      fronts.push(front);
    }
    stack = await startStack({ ...place, durable: true, say, development });
    const running = stack;
    const watch = watchSources(pages.vite.watcher, (changed) => follow(running, changed));
    return { stack, stop: () => watch.end().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }

  async function stop(): Promise<void> {
    await Promise.all(fronts.map((front) => front.close()));
    await pages.vite.close();
    await stack?.stop();
  }

  async function follow(running: Stack, changed: readonly string[]): Promise<void> {
    const parts = partsConcerned(changed);
    if (parts.length === 0) return;
    const names = changed.length > 3 ? `${changed.length} files` : changed.join(', ');
    say(`${names} changed: ${parts.join(', ')} restarting...`);
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
        const again = restart(running, part);
        restarting.set(part, again);
        return again;
      }),
    );
  }

  async function restart(running: Stack, part: Part): Promise<void> {
    const since = Date.now();
    const child = running.children.get(part);
    await child?.restart();
    while (child?.isRunning() && Date.now() - since < RESTART_MS_MAX) {
      const answer = await fetch(`http://127.0.0.1:${ownPort(part)}/readyz`).catch(() => undefined);
      if (answer?.ok) return say(`${part} is ready again (${((Date.now() - since) / 1000).toFixed(1)} s).`);
      await pause(50);
    }
    say(`${part} is not ready.`);
  }
}
