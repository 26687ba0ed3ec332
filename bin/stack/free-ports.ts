import { createServer } from 'node:net';

/**
 * Below 32768, where Linux takes the ports of outgoing connections from: one of those could come in between.
 * A base whose ports are all free; the stack refuses politely should one be taken in the meantime. */
export async function freePortBase(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const base = 20_000 + Math.floor(Math.random() * 120) * 100;
    const free = await Promise.all(
      [100, 110, 111, 120, 130, 140, 200, 201, 300, 400, 500].map((part) => isFree(base + part)),
    );
    if (free.every(Boolean)) return base;
  }
  throw new Error('No free ports were found.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
}
