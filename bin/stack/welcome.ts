import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PART_NUMBERS, SERVER_ROLES } from './roles.ts';
import type { Stack } from './stack.ts';

/** Prints where everything is, and the demo logins. */
export function printWelcome(stack: Stack, dataDir: string): void {
  type Login = { who: string; where: string; login: string; secret: string };
  const logins: Login[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../sandbox/demo/logins.json'), 'utf8'),
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
  const took_s = process.uptime().toFixed(1);
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
