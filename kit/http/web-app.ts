import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import serveFiles from '@fastify/static';
import type { App } from './app.ts';
import { type PolicyOverrides, pageHeaders } from './page-headers.ts';
import { ProblemError } from './problem.ts';

/** Where `bin/web/build.ts` puts what browsers get. */
const DIST = fileURLToPath(new URL('../../web/dist/', import.meta.url));
/** Stands in each page in place of the nonce of its answer. */
const NONCE_PLACEHOLDER = '__NONCE__';

export type WebApp = {
  /** Its folder under `web/`. */
  name: string;
  /** The addresses at which it is opened; it reads from the address what to show. */
  paths: readonly string[];
  /** What it may do besides: `camera=(self)`. */
  permissions?: string;
  policy?: PolicyOverrides;
};

/** Lets an app's built scripts, styles and fonts be fetched; their names hold their hash, so they are kept for good. */
export async function serveWebFiles(app: App): Promise<void> {
  const root = `${DIST}assets`;
  // A server that was never built for pages still serves its API.
  mkdirSync(root, { recursive: true });
  await app.register(serveFiles, {
    root,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    schemaHide: true,
  });
}

/**
 * Serves a page that is an app of its own. Styles that it makes while it runs carry the nonce of its answer, so that the
 * policy lets through ours and nobody else's.
 */
export function serveWebApp(app: App, { name, paths, permissions, policy = {} }: WebApp): void {
  const file = `${DIST}${name}/index.html`;
  let page: string | undefined;
  for (const path of paths) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      page ??= existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      if (page === undefined) throw new ProblemError('service_unavailable');
      const nonce = randomBytes(16).toString('base64url');
      const overrides = {
        'style-src': `'self' 'nonce-${nonce}'`,
        'img-src': "'self' data: blob:",
        'font-src': "'self'",
        'connect-src': "'self'",
        'manifest-src': "'self'",
        'worker-src': "'self'",
        ...policy,
      };
      pageHeaders(reply, overrides);
      if (permissions !== undefined) reply.header('permissions-policy', permissions);
      return reply.type('text/html; charset=utf-8').send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
    });
  }
}
