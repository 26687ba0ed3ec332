// The launcher: plain JavaScript for Node 20. It installs dependencies if needed and runs a command from bin/commands/.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { COMMANDS, programOf } from './launcher/commands.mjs';
import { installIfNeeded, ROOT } from './launcher/install.mjs';
import { nodeProgram } from './launcher/node-program.mjs';

const [name = '--help', ...args] = process.argv.slice(2);
if (Object.hasOwn(COMMANDS, name)) run(programOf(name), args);
else listCommands(name);

/** @param {string} asked */
function listCommands(asked) {
  const isHelp = asked === '--help' || asked === 'help';
  const width = Math.max(...Object.keys(COMMANDS).map((command) => command.length));
  const lines = Object.entries(COMMANDS).map(([command, what]) => `  ${command.padEnd(width)}  ${what}`);
  const text = `node bin/seonmul.mjs <command>, or npm run <command> -- <arguments>\n\n${lines.join('\n')}`;
  if (isHelp) console.log(text);
  else console.error(`There is no command ${asked}.\n\n${text}`);
  process.exitCode = isHelp ? 0 : 2;
}

/**
 * Runs `program` (a path in the checkout) with `args` and exits as it does.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  installIfNeeded();
  const child = spawn(
    nodeProgram(),
    ['--disable-warning=ExperimentalWarning', join(ROOT, program), ...args],
    {
      cwd: ROOT,
      // Most of a start is loading modules, so Node keeps the compiled code for the processes that follow.
      env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'seonmul-compiled'), ...process.env },
      // The IPC channel closes however we exit, which tells the program to stop.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
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
