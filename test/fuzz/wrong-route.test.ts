import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { testDatabase } from '../harness/database.ts';
import { waitedInVain } from './no-connection.ts';

test('a route that asks for a second connection is found out by a pool of one', async () => {
  const database = await testDatabase('carrier');
  const server = spawn(process.execPath, [join(import.meta.dirname, 'wrong-server.ts')], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const log: string[] = [];
  try {
    const lines = createInterface(server.stdout);
    const url = await new Promise<string>((resolve) => {
      lines.on('line', (line) => (line.startsWith('http') ? resolve(line) : log.push(line)));
    });
    expect((await fetch(`${url}/right`)).status).toBe(200);
    expect(waitedInVain(log.join('\n'))).toEqual([]);
    expect((await fetch(`${url}/wrong`)).status).toBe(503);
    // And it has given its connection back.
    expect((await fetch(`${url}/right`)).status).toBe(200);
  } finally {
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill();
    await ended;
    await database.drop();
  }
  expect(waitedInVain(log.join('\n'))).toHaveLength(1);
});
