import { chownSync, renameSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file of keys whole or not at all, readable by its owner only: a server may read it at any moment. Its owner stays
 * who it was, usually the server's user, although an administrator writes it.
 */
export function writeKeyFile(path: string, content: unknown): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  const before = statSync(path, { throwIfNoEntry: false });
  if (before !== undefined && before.uid !== process.getuid?.()) chownSync(beside, before.uid, before.gid);
  renameSync(beside, path);
}
