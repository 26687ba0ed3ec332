import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import serveFiles from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { type PolicyOverrides, pageHeaders } from './page-headers.ts';
import { ProblemError } from './problem.ts';

/** Where `bin/web/build.ts` writes its output. */
const DIST = fileURLToPath(new URL('../../web/dist/', import.meta.url));
/** Replaced by the response's nonce in each page. */
const NONCE_PLACEHOLDER = '__NONCE__';

/** What a page shows until its scripts are there. `css` and `html` are of our own making, never of anybody's input. */
export type FirstView = { lang: string; css: string; html: string };

export type WebApp = {
  /** Its folder under `web/`. */
  name: string;
  /** The paths at which it is served; it decides by the path what to show. */
  paths: readonly string[];
  /** Its Permissions-Policy, such as `camera=(self)`. */
  permissions?: string;
  policy?: PolicyOverrides;
  /** The scripts replace it. */
  first?(request: FastifyRequest): FirstView;
};

/** Serves the built scripts, styles and fonts. Their names contain their hash, so they are cached forever. */
export async function serveWebFiles(app: App): Promise<void> {
  const root = `${DIST}assets`;
  // Without built pages a server still serves its API.
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
 * Serves a single-page app. Styles that it creates at run time carry the response's nonce, so that the policy allows them
 * and no others.
 */
export function serveWebApp(app: App, { name, paths, permissions, policy = {}, first }: WebApp): void {
  const file = `${DIST}${name}/index.html`;
  let page: string | undefined;
  for (const path of paths) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
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
      const shown = first === undefined ? page : withFirstView(page, first(request));
      return reply.type('text/html; charset=utf-8').send(shown.replaceAll(NONCE_PLACEHOLDER, nonce));
    });
  }
}

function withFirstView(page: string, { lang, css, html }: FirstView): string {
  return page
    .replace('<html lang="ko">', () => `<html lang="${lang}">`)
    .replace('</head>', () => `<style nonce="${NONCE_PLACEHOLDER}">${css}</style></head>`)
    .replace('<div id="root">', () => `<div id="root">${html}`);
}
