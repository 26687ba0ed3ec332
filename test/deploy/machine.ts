import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isAlive } from '../../bin/stack/alive.ts';
import { CannotStart } from '../../bin/stack/cannot-start.ts';

const SCRIPT = join(import.meta.dirname, 'machine.sh');
const NAMESPACES = ['--mount', '--pid', '--net', '--ipc', '--uts', '--cgroup'];
const ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin', HOME: '/root', PYTHONUTF8: '1', LC_ALL: 'C' };

export type Outcome = { code: number | null; out: string; err: string };

/** Where a machine's programs are from, its own folder here, and which folders of ours it sees where. */
export type MachineOptions = { tools: string; work: string; shown?: readonly [from: string, to: string][] };

/** A machine within this one, by namespaces: what runs in it ends with it, and it leaves nothing behind. */
export class Machine {
  readonly #holder: ChildProcess;
  readonly #first: number;
  readonly #group: string;

  private constructor(holder: ChildProcess, first: number, group: string) {
    this.#holder = holder;
    this.#first = first;
    this.#group = group;
  }

  /** Throws a CannotStart that says why, where there can be none. */
  static async start({ tools, work, shown = [] }: MachineOptions): Promise<Machine> {
    if (process.getuid?.() !== 0) throw new CannotStart('Only root can make a machine of namespaces.');
    mkdirSync(work, { recursive: true });
    const groups = controlGroups();
    removeLeftGroups(groups);
    const group = join(groups, `seonmul-${process.pid}-${Date.now()}`);
    try {
      mkdirSync(group);
    } catch (error) {
      throw new CannotStart(`Control groups can't be made here: ${messageOf(error)}`);
    }
    const enter = `echo 0 >"$0/cgroup.procs" && exec unshare ${NAMESPACES.join(' ')} --propagation private --fork --kill-child bash "$1"`;
    const holder = spawn('bash', ['-c', enter, group, SCRIPT], {
      env: {
        ...ENVIRONMENT,
        LOWER: tools,
        WORK: work,
        SHOWN: shown.map(([from, to]) => `${from}:${to}`).join(' '),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    holder.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const isUp = await new Promise<boolean>((up) => {
      holder.stdout.once('data', () => up(true));
      holder.once('close', () => up(false));
    });
    if (!isUp) {
      removeGroup(group);
      throw new CannotStart(`A machine of namespaces can't be made here: ${said.trim()}`);
    }
    const children = readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8');
    const machine = new Machine(holder, Number(children.split(' ')[0]), group);
    // A group with processes in it can't be divided.
    mkdirSync(join(group, 'holder'));
    writeFileSync(join(group, 'holder/cgroup.procs'), String(holder.pid));
    await machine.run(
      'bash',
      '-c',
      'cd /sys/fs/cgroup; for name in $(<cgroup.controllers); do echo "+$name" >cgroup.subtree_control; done',
    );
    return machine;
  }

  /** Runs a program in it, to its end. */
  async try(program: string, ...args: string[]): Promise<Outcome> {
    const child = this.spawn(program, ...args);
    const [out, err, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((ended) => child.once('close', ended)),
    ]);
    return { code, out, err };
  }

  /** The same; throws if it fails. Returns what it printed. */
  async run(program: string, ...args: string[]): Promise<string> {
    const { code, out, err } = await this.try(program, ...args);
    if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}:\n${out}${err}`);
    return out.trim();
  }

  spawn(program: string, ...args: string[]) {
    const enter = ['--target', String(this.#first), ...NAMESPACES, '--root', '--wdns=/'];
    const command = ['bash', '-c', 'echo 0 >/sys/fs/cgroup/machine/cgroup.procs; exec "$0" "$@"'];
    return spawn('nsenter', [...enter, ...command, program, ...args], {
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** The end of all its processes; mounts and networks end with them. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#holder.once('close', resolve));
    process.kill(this.#first, 'SIGKILL');
    await ended;
    removeGroup(this.#group);
  }
}

/** Where groups of the second version are: beside those of the first, or instead. */
function controlGroups(): string {
  const mount = /^\S+ (\S+) cgroup2 /m.exec(readFileSync('/proc/mounts', 'utf8'))?.[1];
  if (mount === undefined) throw new CannotStart('Containers need control groups, version 2.');
  return mount;
}

/** Those of processes that were killed. */
function removeLeftGroups(groups: string): void {
  for (const name of readdirSync(groups)) {
    const owner = /^seonmul-(\d+)-\d+$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removeGroup(join(groups, name));
  }
}

function removeGroup(group: string): void {
  for (const { name } of readdirSync(group, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    removeGroup(join(group, name));
  rmdirSync(group);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
