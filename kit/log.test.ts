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

/** Logs a request with more than belongs in its line, a secret, and an error as PostgreSQL gives it. */
const CONFIDING = `
  import { createLogger, requestLog } from '${new URL('log.ts', import.meta.url).href}';
  const log = createLogger('test', 'info');
  requestLog(log)({ method: 'POST', route: '/v1/orders', status: 201, phone: '821055550106', body: { pin: '821055550107' } }, 'request');
  const values = { detail: 'Key (phone)=(+821055550101) exists.', where: 'x = 821055550102', internalQuery: '821055550103' };
  log.info({ pin: '821055550104', order: { phone: '+821055550105' } }, 'a secret');
  log.error({ err: Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'one_a_phone', ...values }) }, 'failed');
`;

test('neither a secret nor a value of a row is logged, though the constraint is', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', CONFIDING], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let logged = '';
  child.stdout.on('data', (part) => {
    logged += part;
  });
  await new Promise((closed) => child.once('close', closed));
  expect(logged).toContain('"route":"/v1/orders"');
  expect(logged).toContain('one_a_phone');
  expect(logged).toContain('[masked]');
  expect(logged).not.toContain('8210555501');
});

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
