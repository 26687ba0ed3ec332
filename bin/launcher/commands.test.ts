import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS, programOf } from './commands.mjs';

const names = Object.keys(COMMANDS);
const launch = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/seonmul.mjs', ...args], { encoding: 'utf8' });

test('package.json and the launcher name the same commands, each with a program', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts).toEqual(Object.fromEntries(names.map((name) => [name, `node bin/seonmul.mjs ${name}`])));
  expect(names.filter((name) => !existsSync(programOf(name)))).toEqual([]);
});

test.each([[['--help']], [[]]])('%j lists the commands with a line each', (args) => {
  const { status, stdout } = launch(...args);
  const listed = stdout.split('\n').flatMap((line) => /^ {2}(\S+) +\S/.exec(line)?.[1] ?? []);
  expect(listed).toEqual(names);
  expect(status).toBe(0);
});

test('a command that does not exist is refused, with those that do', () => {
  const { status, stderr } = launch('strat');
  expect(stderr).toMatch(/^There is no command strat\.\n/);
  expect(stderr).toContain('  start ');
  expect(status).toBe(2);
});
