import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS, programOf } from './commands.mjs';

const names = Object.keys(COMMANDS);
const launch = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/operate.mjs', ...args], { encoding: 'utf8', input: '' });

test('every command of operators has a program, and a line in the list', () => {
  expect(names.filter((name) => !existsSync(programOf(name)))).toEqual([]);
  const { status, stdout } = launch('--help');
  expect(stdout.split('\n').flatMap((line) => /^ {2}(\S+) +\S/.exec(line)?.[1] ?? [])).toEqual(names);
  expect(status).toBe(0);
});

test('a command that does not exist is refused, with those that do', () => {
  const { status, stderr } = launch('stuff');
  expect(stderr).toMatch(/^There is no command stuff\.\n/);
  expect(stderr).toContain('  staff ');
  expect(status).toBe(2);
});

test.each(names)('%s says how it is used, and refuses an option that it does not know', (name) => {
  const help = launch(name, '--help');
  expect({ status: help.status, stderr: help.stderr }).toEqual({ status: 0, stderr: '' });
  expect(help.stdout).toContain(`npx seonmul ${name}`);
  const { status, stdout, stderr } = launch(name, '--hlep');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Unknown option '--hlep'\n\n.*npx seonmul /s);
});
