// The launcher: plain JavaScript for Node 20. It installs what is missing and hands over to a command in bin/commands/.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { COMMANDS, programOf } from './launcher/commands.mjs';
import { installWhatIsMissing, ROOT } from './launcher/install.mjs';
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
 * Runs `program` (a path in the checkout) with `args` and ends as it ends.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  installWhatIsMissing();
  const child = spawn(
    nodeProgram(),
    ['--disable-warning=ExperimentalWarning', join(ROOT, program), ...args],
    {
      cwd: ROOT,
      // A start is mostly reading modules: what Node made of each is kept for the next process that reads it.
      env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'seonmul-compiled'), ...process.env },
      // By the channel the program learns that we are gone, however we went.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  // The terminal sends Ctrl-C to the child too; we only wait for it to finish. A SIGTERM to us is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * npm starts us by a shell, which dies of a signal that npm passes on without telling us: then we are adopted.
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(), 250).unref();
}
