import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../stack/cannot-start.ts';
import { INSIDE, mounts } from './namespaces.ts';

const BOOT_MS_MAX = 120_000;
const POLL_MS = 100;

/** A machine that systemd has started, with processes, addresses and disk of its own. */
export type Machine = {
  /** Starts a program in it; its first argument is the program. */
  spawn(argv: readonly string[], cwd?: string): ChildProcess;
  /** Ends all of it, and what was written to its disk is gone. */
  stop(): Promise<void>;
};

/**
 * Starts a Debian with systemd as process 1 in namespaces of its own. `shared` are folders of this machine that it sees,
 * read-only, at other places. What it writes is kept apart from `root`, and gone at the end, however that comes.
 */
export async function startMachine(root: string, shared: Readonly<Record<string, string>>): Promise<Machine> {
  const dir = mkdtempSync(join(tmpdir(), 'seonmul-machine-'));
  for (const folder of ['disk', 'work', 'root']) mkdirSync(join(dir, folder));
  const own = join(dir, 'root');
  const binds = Object.entries(shared).map(
    ([from, to]) => `mkdir -p ${own}${to}\nmount --rbind -o ro ${from} ${own}${to}`,
  );
  const script = `set -e
ip link set lo up
mount --make-rprivate /
mount -t overlay overlay -o lowerdir=${root},upperdir=${dir}/disk,workdir=${dir}/work ${own}
${mounts(own)}
mount -t sysfs -o ro sysfs ${own}/sys
mount -t cgroup2 cgroup2 ${own}/sys/fs/cgroup
mount -t tmpfs tmpfs ${own}/tmp
${binds.join('\n')}
hostname guide
cd ${own}
pivot_root . mnt
umount -l /mnt
exec env -i container=seonmul PATH=/usr/sbin:/usr/bin /usr/lib/systemd/systemd --log-target=journal --show-status=0 --unit=multi-user.target
`;
  const namespaces = ['--mount', '--pid', '--net', '--ipc', '--uts', '--cgroup'];
  // It ends with us, however that comes.
  const ending = ['--pdeathsig', 'KILL', 'unshare'];
  const outer = spawn('setpriv', [...ending, ...namespaces, '--fork', '--kill-child', 'sh', '-c', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: INSIDE,
  });
  const ended = new Promise<void>((resolve) => outer.on('exit', () => resolve()));
  const first = await firstProcess(outer, dir);
  const machine: Machine = {
    spawn: (argv, cwd = '/root') =>
      spawn('nsenter', [`--target=${first}`, '-m', '-p', '-n', '-i', '-u', '-C', `--wdns=${cwd}`, ...argv], {
        stdio: 'pipe',
        env: INSIDE,
      }),
    async stop() {
      outer.kill('SIGKILL');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
  try {
    await booted(machine, outer);
  } catch (error) {
    await machine.stop();
    throw error;
  }
  return machine;
}

/** The number by which this machine knows the other's process 1. */
async function firstProcess(outer: ChildProcess, dir: string): Promise<number> {
  const until = Date.now() + BOOT_MS_MAX;
  while (outer.exitCode === null && Date.now() < until) {
    const children = readFileSync(`/proc/${outer.pid}/task/${outer.pid}/children`, 'utf8').trim();
    if (children !== '' && nameOf(children) === 'systemd') return Number(children);
    await sleep(POLL_MS);
  }
  rmSync(dir, { recursive: true, force: true });
  throw new CannotStart('This machine permits no namespaces in which systemd could start.');
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

async function booted(machine: Machine, outer: ChildProcess): Promise<void> {
  const until = Date.now() + BOOT_MS_MAX;
  while (outer.exitCode === null && Date.now() < until) {
    const asked = machine.spawn(['systemctl', 'is-system-running']);
    let said = '';
    asked.stdout?.on('data', (chunk) => {
      said += chunk;
    });
    await new Promise((resolve) => asked.on('close', resolve));
    // Degraded: some unit has failed, such as one that needs hardware.
    if (/^(running|degraded)/.test(said)) return;
    await sleep(POLL_MS);
  }
  throw new CannotStart('systemd did not start in namespaces of its own.');
}
