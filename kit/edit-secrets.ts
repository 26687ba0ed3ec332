import { randomBytes } from 'node:crypto';
import { ConfigError, readSettingJson } from './config.ts';
import { writeKeyFile } from './key-file.ts';
import { loadSecrets } from './secrets.ts';

type Ring = { current: string; keys: Record<string, string>; current_since?: string };
type Rings = Record<string, Ring>;

const KEY_BYTES = 32;

/** A ring as its versions say: the newest is not current yet while a rotation is half done. */
export type RingState = {
  name: string;
  current: string;
  newest: string;
  /** Those before the current one. */
  old: readonly string[];
  currentSince: Date | undefined;
};

export function ringStates(path: string): RingState[] {
  return Object.entries(read(path)).map(([name, { current, keys, current_since }]) => {
    const versions = Object.keys(keys).sort((a, b) => numberOf(a) - numberOf(b));
    return {
      ...{ name, current, newest: versions.at(-1) ?? current },
      old: versions.slice(0, versions.indexOf(current)),
      currentSince: current_since === undefined ? undefined : new Date(current_since),
    };
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
  writeKeyFile(path, { ...rings, [ring]: { ...known, current: known?.current ?? version, keys } });
  return version;
}

/** Makes a key that every process has the one that new values are made under. */
export function makeCurrent(path: string, ring: string, version: string, now: Date): void {
  const rings = read(path);
  const known = ringIn(rings, path, ring, version);
  const changed = { ...known, current: version, current_since: now.toISOString() };
  writeKeyFile(path, { ...rings, [ring]: changed });
}

/** Removes a key that nothing is stored under any more. */
export function removeKey(path: string, ring: string, version: string): void {
  const rings = read(path);
  const { keys, ...known } = ringIn(rings, path, ring, version);
  if (version === known.current)
    throw new ConfigError(`${path}: ${ring} ${version} is current. Make another key current first.`);
  const { [version]: _removed, ...kept } = keys;
  writeKeyFile(path, { ...rings, [ring]: { ...known, keys: kept } });
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
