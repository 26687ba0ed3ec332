import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { ConfigError, readSettingJson } from './config.ts';
import { loadSecrets } from './secrets.ts';

type Ring = { current: string; keys: Record<string, string> };
type Rings = Record<string, Ring>;

const KEY_BYTES = 32;

/** A line for each ring: its current version, then the others. */
export function listKeys(path: string): string[] {
  return Object.entries(read(path)).map(([name, { current, keys }]) => {
    const others = Object.keys(keys).filter((version) => version !== current);
    return `${name}: ${current} (current)${others.map((version) => `, ${version}`).join('')}`;
  });
}

/**
 * Adds a key to a ring, or makes a new ring, and returns its version. It isn't current yet: a process that doesn't have it
 * couldn't check what another one makes under it.
 */
export function addKey(path: string, ring: string): string {
  const rings = read(path);
  const known = rings[ring];
  const version = `v${1 + Math.max(0, ...Object.keys(known?.keys ?? {}).map(numberOf))}`;
  const keys = { ...known?.keys, [version]: randomBytes(KEY_BYTES).toString('base64') };
  write(path, { ...rings, [ring]: { current: known?.current ?? version, keys } });
  return version;
}

/** Makes a key that every process has the one that new values are made under. */
export function makeCurrent(path: string, ring: string, version: string): void {
  const rings = read(path);
  write(path, { ...rings, [ring]: { ...ringIn(rings, path, ring, version), current: version } });
}

/** Removes a key that nothing is stored under any more. */
export function removeKey(path: string, ring: string, version: string): void {
  const rings = read(path);
  const { current, keys } = ringIn(rings, path, ring, version);
  if (version === current)
    throw new ConfigError(`${path}: ${ring} ${version} is current. Make another key current first.`);
  const { [version]: _removed, ...kept } = keys;
  write(path, { ...rings, [ring]: { current, keys: kept } });
}

function numberOf(version: string): number {
  return Number(/^v(\d+)$/.exec(version)?.[1] ?? 0);
}

function ringIn(rings: Rings, path: string, ring: string, version: string): Ring {
  const found = rings[ring];
  if (found === undefined)
    throw new ConfigError(`${path} has no ring ${ring}; it has ${Object.keys(rings).join(', ')}.`);
  if (found.keys[version] === undefined)
    throw new ConfigError(
      `${path}: ${ring} has no key ${version}; it has ${Object.keys(found.keys).join(', ')}.`,
    );
  return found;
}

function read(path: string): Rings {
  loadSecrets(path);
  return readSettingJson('SECRETS_FILE', path) as Rings;
}

/** Whole or not at all, and readable by its owner only. */
function write(path: string, rings: Rings): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(rings, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(beside, path);
}
