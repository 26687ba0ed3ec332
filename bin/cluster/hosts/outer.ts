import { spawn } from 'node:child_process';
import { cannotPlay } from './privileges.ts';

const MARK = 'SEONMUL_CLUSTER_INSIDE';

/** Whether this process is the one that plays, inside the namespace which all hosts are in. */
export const isInside = process.env[MARK] === 'yes';

/**
 * Runs this same command once more inside a namespace of its own and returns its exit status. Whatever is made in there ends
 * with it, however it ends: no host, mount or bridge is ever visible outside.
 */
export async function runInside(): Promise<number> {
  const reason = cannotPlay();
  if (reason !== undefined) throw reason;
  const namespaces = ['--net', '--mount', '--pid', '--ipc', '--fork', '--kill-child', '--mount-proc'];
  const node = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'unshare', ...namespaces, ...node], {
    stdio: 'inherit',
    env: { ...process.env, [MARK]: 'yes' },
  });
  // The first process of a namespace ignores signals that it has no handler for, so the end of its parent is what ends it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill('SIGKILL'));
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}
