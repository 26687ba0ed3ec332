import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'web', 'dist');
/** What the pages are made of. */
const SOURCES = ['web', 'kit', 'contracts', 'package-lock.json', 'bin/web'];
const COMPRESSED = /\.(js|css|svg|json|wasm|webmanifest)$/;

/** Builds the pages unless they were built from these sources already. */
export async function buildPagesIfNeeded(say: (line: string) => void): Promise<void> {
  const wanted = fingerprintOfSources();
  const stamp = join(DIST, 'built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the pages...');
  // Built in a folder of its own and moved at the end: a server may be reading the old pages, or another system building.
  const fresh = `${DIST}-${process.pid}`;
  await build(fresh);
  for (const file of filesBelow(join(fresh, 'assets')).filter((path) => COMPRESSED.test(path)))
    compress(file);
  writeFileSync(join(fresh, 'built-from'), wanted);
  const old = `${fresh}-old`;
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(old, { recursive: true, force: true });
}

/** In a test run NODE_ENV is `test`, and then pages would be built for development: slower, with effects run twice. */
async function build(outDir: string): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    const vite = await import('vite');
    await vite.build({ configFile: join(ROOT, 'web', 'vite.config.ts'), build: { outDir } });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Writes the compressed forms beside a file, so that no request has to compress it. */
function compress(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesBelow(join(ROOT, source)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('dist'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(join(path, name)));
}
