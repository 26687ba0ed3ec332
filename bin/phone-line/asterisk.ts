import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loggedDigits } from '../../servers/management/voice/asterisk/logging.ts';
import type { Unpacked } from '../debian/packages.ts';
import { CannotStart } from '../stack/cannot-start.ts';

export type Asterisk = { pid: number; stop(): Promise<void>; ended: Promise<void> };

const BOOT_MS_MAX = 30_000;
const STOP_MS_MAX = 10_000;

/** Starts Asterisk as a process of its own with the configuration in `configurationFile`, and waits until it answers. */
export async function startAsterisk(
  packages: Unpacked,
  configurationFile: string,
  dir: string,
  ari: { url: string; user: string; password: string },
): Promise<Asterisk> {
  await stopLeftover(dir, configurationFile);
  const [program, ...args] = packages.command('usr/sbin/asterisk', '-C', configurationFile, '-f');
  const log = openSync(join(dir, 'log', 'console.log'), 'a');
  const child = spawn(program, args, {
    cwd: dir,
    // Outside the terminal's process group: Ctrl-C reaches only the launcher, which stops everything in order.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH ?? '', HOME: dir, LC_ALL: 'C' },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { pid } = child;
  if (pid === undefined) throw new CannotStart(`Asterisk can't be started; see ${join(dir, 'log')}.`);
  const asterisk = { pid, ended, stop: () => end(pid, ended) };
  try {
    await waitUntilItAnswers(ari, ended, dir);
    await refuseLoggedDigits(ari);
    return asterisk;
  } catch (error) {
    await asterisk.stop();
    throw error;
  }
}

async function waitUntilItAnswers(
  { url, user, password }: { url: string; user: string; password: string },
  ended: Promise<void>,
  dir: string,
): Promise<void> {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  const deadline = Date.now() + BOOT_MS_MAX;
  const headers = { authorization: basic(user, password) };
  while (!gone && Date.now() < deadline) {
    const ready = await fetch(`${url}/ari/asterisk/info?only=status`, { headers }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new CannotStart(`Asterisk did not come up; see ${join(dir, 'log')}.`);
}

/** Asks the running Asterisk for its log channels, rather than trusting the configuration that we wrote. */
async function refuseLoggedDigits(ari: { url: string; user: string; password: string }): Promise<void> {
  const response = await fetch(`${ari.url}/ari/asterisk/logging`, {
    headers: { authorization: basic(ari.user, ari.password) },
  });
  const writing = loggedDigits(await response.json());
  if (writing.length > 0)
    throw new CannotStart(`Asterisk would write keyed digits, PINs included, to ${writing.join(', ')}.`);
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Stops one that a killed launcher left behind, recognised by our configuration file on its command line. */
async function stopLeftover(dir: string, configurationFile: string): Promise<void> {
  const pidFile = join(dir, 'run', 'asterisk.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const commandLine = `/proc/${pid}/cmdline`;
  const isOurs = () =>
    existsSync(commandLine) && readFileSync(commandLine, 'utf8').split('\0').includes(configurationFile);
  if (!isOurs()) return;
  const gone = (async () => {
    while (isOurs()) await new Promise((wait) => setTimeout(wait, 50));
  })();
  await end(pid, gone);
}

async function end(pid: number, ended: Promise<void>): Promise<void> {
  signal(pid, 'SIGTERM');
  const timer = setTimeout(() => signal(pid, 'SIGKILL'), STOP_MS_MAX);
  await ended;
  clearTimeout(timer);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has exited by itself.
  }
}
