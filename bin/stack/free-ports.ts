import { createServer, type Server } from 'node:net';
import { CannotStart } from './cannot-start.ts';

/** From here on, by default, Linux gives ports to outgoing connections, each of which keeps others from using it. */
const OUTGOING_FROM = 32_768;
/** The bases from here on, `BASES` of them, stay below that. */
const LOWEST_BASE = 10_000;
const BASES = 36;
/** More than a system's highest port offset, so that no two systems share a port. */
const BETWEEN_BASES = 600;
/** Every offset at which a part of a system listens; 250 to 550 are the servers' metrics. */
const PARTS = [100, 110, 111, 120, 130, 140, 200, 201, 250, 300, 350, 400, 450, 500, 550];

/** The bases that this process holds. */
const reserved = new Map<number, Server>();

/**
 * A base whose ports are all free. It is reserved until `givePortBaseBack`, or until this process exits, by holding the port
 * at the base itself, which no part uses: otherwise two processes that look at the same moment would find the same base free.
 */
export async function freePortBase(): Promise<number> {
  const first = Math.floor(Math.random() * BASES);
  for (let tries = 0; tries < BASES; tries++) {
    const base = LOWEST_BASE + ((first + tries) % BASES) * BETWEEN_BASES;
    const held = await listenOn(base);
    if (held === undefined) continue;
    held.unref();
    const free = await Promise.all(PARTS.map((part) => isFree(base + part)));
    if (free.every(Boolean)) {
      reserved.set(base, held);
      return base;
    }
    held.close();
  }
  throw new Error('No free ports were found.');
}

/** For whoever starts many systems in one process, once nothing of this one listens any more. */
export function givePortBaseBack(base: number): void {
  reserved.get(base)?.close();
  reserved.delete(base);
}

/** Refuses to start when one of these ports is in use. */
export async function refuseBusyPorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isFree(port)) continue;
    const hint =
      port < OUTGOING_FROM
        ? ''
        : ` One below ${OUTGOING_FROM} is safer: from there on, any outgoing connection may have taken a port.`;
    throw new CannotStart(`Port ${port} is in use; set SEONMUL_PORT_BASE to another base.${hint}`);
  }
}

export async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port);
  await new Promise<void>((closed) => (server === undefined ? closed() : server.close(() => closed())));
  return server !== undefined;
}

function listenOn(port: number): Promise<Server | undefined> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(undefined));
    server.listen(port, '127.0.0.1', () => answer(server));
  });
}
