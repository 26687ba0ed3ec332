import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

/** Keeps logging after its launcher is gone, and then exits as a server does. */
const PROGRAM = `
  import { createLogger } from '${new URL('log.ts', import.meta.url).href}';
  const log = createLogger('test', 'info');
  process.on('disconnect', () => {
    for (let n = 0; n < 100; n++) log.info({ n }, 'the launcher is gone');
    process.exit(0);
  });
  process.send('ready');
`;

test('a process exits although its launcher, which read its log, is gone', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise((ready) => child.once('message', ready));
  child.stdout?.destroy();
  child.disconnect();
  expect(await ended).toBe(0);
});
