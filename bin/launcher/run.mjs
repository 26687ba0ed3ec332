import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './install.mjs';
import { nodeProgram } from './node-program.mjs';

/**
 * Runs `program` (a path in the checkout) with `args` in the folder `cwd`, and exits as it does.
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 */
export function run(program, args, cwd) {
  const built = join(ROOT, program.replace(/[.]ts$/, '.js'));
  const isBuild = existsSync(built);
  const node = nodeProgram();
  if (isBuild && node === process.execPath) runHere(built, args, cwd);
  else runBeside(node, isBuild ? built : join(ROOT, program), { args, cwd, mayWrite: !isBuild });
}

/**
 * In a build with the right Node there is no need for a second process, which would have signals passed on to it.
 * @param {string} file
 * @param {string[]} args
 * @param {string} cwd
 */
function runHere(file, args, cwd) {
  process.chdir(cwd);
  process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...args);
  void import(pathToFileURL(file).href);
}

/**
 * @param {string} node
 * @param {string} file
 * @param {{ args: string[], cwd: string, mayWrite: boolean }} options
 */
function runBeside(node, file, { args, cwd, mayWrite }) {
  // Most of a start is loading modules, so Node keeps the compiled code for the processes that follow.
  const cache = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'seonmul-compiled') };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd,
    env: { ...(mayWrite ? cache : {}), ...process.env },
    // The IPC channel closes however we exit, which tells the program to stop.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The terminal sends Ctrl-C to the child too; we only wait for it to finish. A SIGTERM to us is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  stopWithNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * npm runs us through a shell, which dies of a signal without passing it on: then our parent process changes.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), 250).unref();
}
