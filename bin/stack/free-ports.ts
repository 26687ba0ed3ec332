import { createServer, type Server } from 'node:net';

/** Below 32768, where Linux's range for outgoing connections begins: one of those could take a port meanwhile. */
const LOWEST_BASE = 10_000;
const BASES = 36;
/** More than a system's highest port offset, so that no two systems share a port. */
const BETWEEN_BASES = 600;

/**
 * A base whose ports are all free. It is reserved until this process exits by holding the port at the base itself, which
 * no part uses: otherwise two processes that look at the same moment would find the same base free.
 */
export async function freePortBase(): Promise<number> {
  const first = Math.floor(Math.random() * BASES);
  for (let tries = 0; tries < BASES; tries++) {
    const base = LOWEST_BASE + ((first + tries) % BASES) * BETWEEN_BASES;
    const held = await listenOn(base);
    if (held === undefined) continue;
    held.unref();
    const free = await Promise.all(
      [100, 110, 111, 120, 130, 140, 200, 201, 300, 400, 500].map((part) => isFree(base + part)),
    );
    if (free.every(Boolean)) return base;
    held.close();
  }
  throw new Error('No free ports were found.');
}

async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port);
  server?.close();
  return server !== undefined;
}

function listenOn(port: number): Promise<Server | undefined> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(undefined));
    server.listen(port, '127.0.0.1', () => answer(server));
  });
}
