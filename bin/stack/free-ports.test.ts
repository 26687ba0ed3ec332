import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { freePort } from '../../test/harness/free-port.ts';
import { freePortBase, givePortBaseBack, refuseBusyPorts } from './free-ports.ts';

/** What is said of a port while something listens on it. */
async function saidOfTaken(port: number): Promise<string | undefined> {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(port, '127.0.0.1', listening));
  const said = await refuseBusyPorts([port]).then(
    () => undefined,
    (error: Error) => error.message,
  );
  await new Promise((closed) => taken.close(closed));
  return said;
}

test('a port that is in use is named', async () => {
  const base = await freePortBase();
  const port = base + 200;
  expect(await saidOfTaken(port)).toBe(`Port ${port} is in use; set SEONMUL_PORT_BASE to another base.`);
  await refuseBusyPorts([port]);
  givePortBaseBack(base);
});

test('a base is given to nobody else until it is given back', async () => {
  const base = await freePortBase();
  await expect(refuseBusyPorts([base])).rejects.toThrow('is in use');
  givePortBaseBack(base);
  await vi.waitFor(() => refuseBusyPorts([base]));
});

test('where outgoing connections take ports, another base is recommended', async () => {
  const port = await freePort();
  expect(port).toBeGreaterThanOrEqual(32_768);
  expect(await saidOfTaken(port)).toMatch(
    `Port ${port} is in use; set SEONMUL_PORT_BASE to another base. One below 32768 `,
  );
});
