import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitWithParent, onShutdown } from '../kit/process.ts';
import { PART_NUMBERS, SERVER_ROLES } from './stack/roles.ts';
import { CannotStart, type Stack, startStack } from './stack/stack.ts';
import { buildPagesIfNeeded } from './web/build.ts';

const portBase = Number(process.env.SEONMUL_PORT_BASE ?? 4000);
const dataDir = process.env.SEONMUL_DATA ?? '.data';
const startedAt = Date.now();

if (!Number.isInteger(portBase) || portBase < 1024 || portBase > 65_000) {
  console.error('SEONMUL_PORT_BASE must be a whole number from 1024 to 65000.');
  process.exit(2);
}

exitWithParent();
try {
  await buildPagesIfNeeded((line) => console.error(line));
  const stack = await startStack({ portBase, dataDir, durable: true, say: (line) => console.error(line) });
  onShutdown(async () => {
    console.log('\nStopping...');
    await stack.stop();
  });
  printWelcome(stack);
  // The launcher stays to look after the others.
  setInterval(() => {}, 1 << 30);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}

function printWelcome(stack: Stack): void {
  type Login = { who: string; where: string; login: string; secret: string };
  const logins: Login[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '../sandbox/demo/logins.json'), 'utf8'),
  );
  const addresses = [
    { part: 'start here', address: stack.url('sandbox'), documentation: '' },
    ...SERVER_ROLES.map((role) => ({
      part: `${role} (${PART_NUMBERS[role]})`,
      address: stack.url(role),
      documentation: `${stack.url(role)}/docs`,
    })),
    {
      part: 'sandbox: phones, email, clock',
      address: stack.url('sandbox'),
      documentation: `${stack.url('sandbox')}/docs`,
    },
  ];
  console.log(
    table(
      ['part', 'address', 'API'],
      addresses.map(({ part, address, documentation }) => [part, address, documentation]),
    ),
  );
  console.log(
    table(
      ['demo login', 'where', 'login', 'secret'],
      logins.map(({ who, where, login, secret }) => [who, where, login, secret]),
    ),
  );
  console.log(`Data and logs: ${dataDir}. Press Ctrl-C to stop.`);
  const took_s = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`Seonmul is ready (${took_s} s). Start at ${stack.url('sandbox')}`);
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n');
}
