import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { POSTGRES_ID } from '../packages.ts';

const execute = promisify(execFile);

export const DATABASES = ['db1', 'db2', 'db3'] as const;
export const APPS = ['app1', 'app2'] as const;
export type DatabaseHost = (typeof DATABASES)[number];
export type AppHost = (typeof APPS)[number];
export type HostName = DatabaseHost | AppHost | 'outside';

/** The addresses of docs/cluster/. This process itself is on the bridge, at 10.77.0.1. */
export const ADDRESSES: Readonly<Record<HostName, string>> = {
  db1: '10.77.0.11',
  db2: '10.77.0.12',
  db3: '10.77.0.13',
  app1: '10.77.0.21',
  app2: '10.77.0.22',
  outside: '10.77.0.30',
};

const NOBODY_MAC = '02:00:00:00:00:99';
const DISK_MB = 1_500;
const ENVIRONMENT = {
  PATH: '/usr/lib/postgresql/18/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C.UTF-8',
  HOME: '/var/lib/postgresql',
};

type Host = { pid: string; child: ChildProcess };

/**
 * Hosts, each a set of namespaces (network, mounts, processes, IPC, name) on one bridge, with an overlay of Debian's packages as
 * its disk. What PostgreSQL keeps is on a small disk beside it. Both outlive a host whose plug is pulled.
 */
export class Hosts {
  readonly #hosts = new Map<HostName, Host>();
  readonly #root: string;
  readonly #folder: string;

  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  async open(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
    await execute('ip', ['link', 'set', 'lo', 'up']);
    await execute('ip', ['link', 'add', 'br0', 'type', 'bridge']);
    await execute('ip', ['addr', 'add', '10.77.0.1/24', 'dev', 'br0']);
    await execute('ip', ['link', 'set', 'br0', 'up']);
    for (const name of Object.keys(ADDRESSES) as HostName[]) {
      const disk = join(this.#folder, name, 'disk');
      mkdirSync(disk, { recursive: true });
      await execute('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'disk', disk]);
      await this.powerOn(name);
    }
  }

  logFile(name: HostName, service: string): string {
    return join(this.#folder, name, 'log', `${service}.log`);
  }

  async powerOn(name: HostName): Promise<void> {
    const folder = join(this.#folder, name);
    for (const part of ['upper', 'work', 'merged', 'log']) mkdirSync(join(folder, part), { recursive: true });
    const child = spawn(
      'unshare',
      [
        ...['--net', '--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child'],
        ...['bash', '-ec', BOOT, 'host', this.#root, folder, name, String(POSTGRES_ID)],
      ],
      { stdio: ['ignore', 'pipe', openSync(this.logFile(name, 'host'), 'a')] },
    );
    await new Promise((done, fail) => {
      child.stdout?.once('data', done);
      child.once('exit', (code) =>
        fail(new Error(`${name} did not start: ${code}, ${this.logFile(name, 'host')}`)),
      );
    });
    const pid = firstChildOf(child.pid);
    this.#hosts.set(name, { pid, child });
    await execute('ip', ['link', 'add', `v-${name}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', pid]);
    await execute('ip', ['link', 'set', `v-${name}`, 'master', 'br0', 'up']);
    await this.#inNetwork(name, 'ip', 'link', 'set', 'lo', 'up');
    await this.#inNetwork(name, 'ip', 'addr', 'add', `${ADDRESSES[name]}/24`, 'dev', 'eth0');
    await this.#inNetwork(name, 'ip', 'link', 'set', 'eth0', 'up');
  }

  /** As when the plug is pulled: its address answers no more, and every process of it ends at once. */
  async powerOff(name: HostName): Promise<void> {
    const { child, pid } = this.#host(name);
    // First the cable, or the dying processes would still close their connections politely.
    await execute('ip', ['link', 'del', `v-${name}`]);
    const ended = new Promise((done) => child.once('exit', done));
    process.kill(Number(pid), 'SIGKILL');
    await ended;
  }

  /** Runs a shell's line in a host; returns what it printed. */
  async run(name: HostName, line: string, user: 'root' | 'postgres' = 'postgres'): Promise<string> {
    const { stdout } = await execute('nsenter', [...this.#inside(name, user), 'bash', '-c', line], {
      env: ENVIRONMENT,
      maxBuffer: 2 ** 28,
    });
    return stdout.trim();
  }

  /** Starts one of the host's own programs, which goes on until it is killed. */
  serve(name: HostName, service: string, command: readonly string[]): void {
    const log = openSync(this.logFile(name, service), 'a');
    spawn('nsenter', [...this.#inside(name, 'postgres'), ...command], {
      stdio: ['ignore', log, log],
      env: ENVIRONMENT,
    });
  }

  /** Starts a program of this machine as a process of the host: its network, and its end when the plug is pulled. */
  start(
    name: HostName,
    service: string,
    command: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Started {
    const log = openSync(this.logFile(name, service), 'a');
    const child = spawn('nsenter', ['-t', this.#host(name).pid, '-n', '-p', '--', ...command], {
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    return {
      ended,
      kill: (signal) => {
        if (child.exitCode === null && child.signalCode === null)
          process.kill(Number(firstChildOf(child.pid)), signal);
      },
    };
  }

  async write(name: HostName, file: string, text: string): Promise<void> {
    const line = `cat > ${file} && chmod 600 ${file}`;
    const child = spawn('nsenter', [...this.#inside(name, 'postgres'), 'bash', '-c', line], {
      env: ENVIRONMENT,
    });
    child.stdin.end(text);
    const code = await new Promise((done) => child.on('exit', done));
    if (code !== 0) throw new Error(`${file} could not be written on ${name}.`);
  }

  /** Signals the host's processes with exactly these names; none is no error. */
  signal(name: HostName, signal: string, ...programs: readonly string[]): Promise<string> {
    const each = programs.map((program) => `pgrep -x ${program}`).join('; ');
    return this.run(name, `ids=$(${each}); [ -z "$ids" ] || kill -${signal} $ids`, 'root');
  }

  /** Packets between hosts vanish without an answer, as behind a broken switch. */
  async cut(one: HostName, others: readonly HostName[]): Promise<void> {
    await this.#betweenAll(one, others, (to) => [
      'replace',
      ADDRESSES[to],
      'lladdr',
      NOBODY_MAC,
      'nud',
      'permanent',
    ]);
  }

  async heal(one: HostName, others: readonly HostName[]): Promise<void> {
    await this.#betweenAll(one, others, (to) => ['del', ADDRESSES[to]]);
  }

  async #betweenAll(
    one: HostName,
    others: readonly HostName[],
    neighbour: (to: HostName) => readonly string[],
  ): Promise<void> {
    for (const other of others) {
      await this.#inNetwork(one, 'ip', 'neigh', ...neighbour(other), 'dev', 'eth0');
      await this.#inNetwork(other, 'ip', 'neigh', ...neighbour(one), 'dev', 'eth0');
    }
  }

  #inNetwork(name: HostName, ...command: readonly string[]) {
    return execute('nsenter', ['-t', this.#host(name).pid, '-n', '--', ...command]);
  }

  #inside(name: HostName, user: 'root' | 'postgres'): string[] {
    const id = user === 'root' ? [] : ['-S', String(POSTGRES_ID), '-G', String(POSTGRES_ID)];
    return ['-t', this.#host(name).pid, '-n', '-m', '-p', '-i', '-u', '-r', '-w', ...id, '--'];
  }

  #host(name: HostName): Host {
    const host = this.#hosts.get(name);
    if (host === undefined) throw new Error(`${name} was never switched on.`);
    return host;
  }
}

/** A program of this machine that runs in a host. */
export type Started = { ended: Promise<void>; kill(signal: NodeJS.Signals): void };

/** The first process of a namespace, by its id out here. */
function firstChildOf(pid: number | undefined): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
}

/** The first process in there must take care of orphans: Patroni would take a zombie for a live PostgreSQL. */
const BOOT = `
  m="$2/merged"; hostname "$3"
  mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$m"
  mount -t proc proc "$m/proc"; mount -t tmpfs -o mode=755 dev "$m/dev"; mount -t tmpfs -o mode=1777 run "$m/run"
  for d in null zero full random urandom; do touch "$m/dev/$d"; mount --bind "/dev/$d" "$m/dev/$d"; done
  mkdir -m 1777 "$m/dev/shm"; mount -t tmpfs -o mode=1777 shm "$m/dev/shm"
  mkdir -m 1777 "$m/run/postgresql"
  mount --bind "$2/disk" "$m/var/lib/postgresql"; chown "$4:$4" "$m/var/lib/postgresql"
  mkdir -p "$m/etc/cluster" "$m/var/lib/etcd"; chown "$4:$4" "$m/etc/cluster" "$m/var/lib/etcd"; chmod 1777 "$m/tmp"
  echo ready
  exec chroot "$m" /bin/bash -c 'while :; do sleep 3600 & wait $!; done'`;
