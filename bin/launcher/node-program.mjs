import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

/** Node 24, which runs TypeScript directly. It comes as an npm package, since a machine may have an older one. */
export function nodeProgram() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const isWindows = process.platform === 'win32';
  const platform = isWindows ? 'win' : process.platform;
  const file = isWindows ? 'node.exe' : 'node';
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const program = join(ROOT, 'node_modules', name, 'bin', file);
    if (existsSync(program)) return program;
  }
  console.error(`Seonmul needs Node 24 on ${process.platform} ${process.arch}; this is ${process.version}.`);
  process.exit(1);
}
