import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { App } from './app.ts';

const WEB = new URL('../../web/', import.meta.url);

/** The text of a file under `web/`. */
export function readWebFile(path: string): string {
  return readFileSync(new URL(path, WEB), 'utf8');
}

/** The Content-Security-Policy source that allows exactly this inline style or script. */
export function policyHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Serves a script of `web/` at a path that contains its hash, so that it is cached forever. Returns the path. */
export function serveScript(app: App, file: string): string {
  const bytes = Buffer.from(readWebFile(file));
  const packed = gzipSync(bytes);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
  const path = `/assets/${hash}/${file}`;
  // Several page groups of a server share a script.
  if (app.hasRoute({ method: 'GET', url: path })) return path;
  app.get(path, { schema: { hide: true } }, async (request, reply) => {
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (isPacked) reply.header('content-encoding', 'gzip');
    return reply
      .headers({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      })
      .send(isPacked ? packed : bytes);
  });
  return path;
}
