import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS, programOf } from './commands.mjs';

const names = Object.keys(COMMANDS);
const launch = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/seonmul.mjs', ...args], { encoding: 'utf8' });

test('package.json and the launcher name the same commands, each with a program', () => {
  const { scripts, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { seonmul, ...developers } = scripts;
  expect(seonmul).toBe(`node ${bin.seonmul}`);
  expect(developers).toEqual(Object.fromEntries(names.map((name) => [name, `node bin/seonmul.mjs ${name}`])));
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

describe.each(['start', 'dev', 'phone-line', 'walkthrough', 'attack'])('%s', (name) => {
  // Whatever it starts has a port base that is refused, so a command that takes no notice of the option ends too.
  const env = { ...process.env, SEONMUL_PORT_BASE: '1' };
  const run = (option: string) =>
    spawnSync(process.execPath, ['bin/seonmul.mjs', name, option], { encoding: 'utf8', env });

  test('says how it is used, and starts nothing', () => {
    const { status, stdout, stderr } = run('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`npm run ${name}`);
  });

  test('refuses an option that it does not know', () => {
    const { status, stdout, stderr } = run('--hlep');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--hlep'\n\n.*npm run /s);
  });
});
