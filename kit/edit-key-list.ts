import type { JWK } from 'jose';
import { type PrivateEcJwk, readEcKeys } from './ec-keys.ts';
import { writeKeyFile } from './key-file.ts';

/** A list of keys of which the first is used: which one comes next, and those that were first. */
export type KeyListState = {
  current: PrivateEcJwk;
  next: PrivateEcJwk | undefined;
  old: readonly PrivateEcJwk[];
};

export function keyListState(setting: string, path: string): KeyListState {
  const [current, ...others] = readEcKeys(setting, path);
  const next = others.find((key) => key.next);
  return { current, next, old: others.filter((key) => !key.next) };
}

/** Adds a key that isn't used yet: a process that doesn't have it could not open what another one publishes it for. */
export function addNextKey(setting: string, path: string, key: JWK): void {
  writeKeyFile(path, [...readEcKeys(setting, path), { ...key, next: true }]);
}

/** Makes the next key the first, once every process has it. */
export function promoteNextKey(setting: string, path: string, now: Date): void {
  const { current, next, old } = keyListState(setting, path);
  if (next === undefined) return;
  const { next: _next, ...first } = next;
  writeKeyFile(path, [first, { ...current, old_since: now.toISOString() }, ...old]);
}

export function removeOldKeys(setting: string, path: string): void {
  const { current, next } = keyListState(setting, path);
  writeKeyFile(path, next === undefined ? [current] : [current, next]);
}
