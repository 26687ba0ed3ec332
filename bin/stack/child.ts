import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

export type Child = {
  name: string;
  pid(): number | undefined;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Stops it gracefully and starts it again with its files as they are now. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** For a process whose code somebody is working on: when it crashes it stays down until `restart`. */
export type DevelopmentOptions = {
  /** The port at which a debugger can attach to it. */
  inspectPort: number | undefined;
  /** Called with what it writes to its standard error, where Node prints why it crashed. */
  onError: (text: string) => void;
};

const RESTART_MS_MAX = 10_000;
const STOP_MS_MAX = 12_000;

/**
 * Runs a program as a process of its own and restarts it when it crashes. Its output goes to a log file. It stops when the
 * IPC channel closes, which happens however this launcher exits. It is detached from the terminal's process group, so
 * that Ctrl-C reaches only the launcher, which stops everything in order.
 */
export function startChild(
  name: string,
  program: string,
  env: Record<string, string>,
  logFile: string,
  say: (line: string) => void,
  development?: DevelopmentOptions,
): Child {
  const inspect =
    development?.inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${development.inspectPort}`];
  const log = createWriteStream(logFile, { flags: 'a' });
  let stopping = false;
  let restartMs = 250;
  let child: ChildProcess;

  function start(): void {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...inspect, program], {
      env: { ...inherited(), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    if (development !== undefined) child.stderr?.setEncoding('utf8').on('data', development.onError);
    const startedAt = Date.now();
    child.on('exit', (code, signal) => {
      if (stopping) return;
      if (development !== undefined) {
        say(`${name} exited (${signal ?? code}) and restarts when one of its files changes`);
        return;
      }
      if (Date.now() - startedAt > 60_000) restartMs = 250;
      say(`${name} exited unexpectedly (${signal ?? code}) and is being restarted; see ${logFile}`);
      setTimeout(() => stopping || start(), restartMs).unref();
      restartMs = Math.min(restartMs * 2, RESTART_MS_MAX);
    });
  }

  start();
  return {
    name,
    pid: () => child.pid,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: (signal) => child.kill(signal),
    async restart() {
      stopping = true;
      await stop(child);
      stopping = false;
      start();
    },
    async stop() {
      stopping = true;
      await stop(child);
      log.end();
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  await ended;
  clearTimeout(timer);
}

/** All that a child inherits of our environment: where programs are, and Node's compile cache. */
function inherited(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}

/** Runs a program to completion with `input` on its standard input; throws with its output when it fails. */
export function runOnce(program: string, input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      env: inherited(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program}: ${output.trim()}`))));
    child.stdin.end(input);
  });
}
