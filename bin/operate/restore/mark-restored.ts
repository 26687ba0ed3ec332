import { spawn } from 'node:child_process';
import { extname, join } from 'node:path';
import { readEnvFile } from '../arguments.ts';
import type { NamedServer } from './named-servers.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Has the server note in its database that it was restored: a new epoch begins, which others are told of. Says how it went. */
export function markRestored({ role, envFile }: NamedServer): Promise<{ ok: boolean; says: string }> {
  // In a build it is JavaScript, as this file is.
  const program = join(ROOT, 'servers', role, `main${extname(import.meta.filename)}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, program, '--restored'], {
      cwd: ROOT,
      env: { ...process.env, ...readEnvFile(envFile) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let says = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        says += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, says: says.trim() }));
  });
}
