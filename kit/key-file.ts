import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file of keys whole or not at all, readable by its owner only: a server may read it at any moment. */
export function writeKeyFile(path: string, content: unknown): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(beside, path);
}
