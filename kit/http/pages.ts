import { gzipSync } from 'node:zlib';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { readBusiness } from '../business/details.ts';
import { businessFooter } from '../business/footer.ts';
import type { Business } from '../business/shapes.ts';
import type { Executor } from '../db/transaction.ts';
import { languageTag } from '../format/locale.ts';
import type { Locale, Words } from '../words/index.ts';
import { words } from '../words/index.ts';
import type { App } from './app.ts';
import { logUnexpected, problemOf } from './errors.ts';
import { type Html, html, trusted } from './html.ts';
import { pageHeaders } from './page-headers.ts';
import { localeOf } from './problem.ts';
import { STATUSES } from './statuses.ts';
import { policyHash, readWebFile, serveScript } from './web-files.ts';

export type Page = {
  locale: Locale;
  title: string;
  /** Content above the page's own, such as the language switch. */
  head?: Html;
  main: Html;
  status?: number;
  /** Seconds after which the browser reloads the page, or goes to `refresh_to`. */
  refresh_s?: number;
  refresh_to?: string;
  /** Another site that the answer to this page's form may redirect to. */
  form_leads_to?: string;
  /** An element of another site in this page: scripts that are loaded in this order, and the origins that those may use. */
  element?: { scripts: readonly string[]; origins: readonly string[] };
};

export type SendPage = (request: FastifyRequest, reply: FastifyReply, page: Page) => FastifyReply;

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose page this is, as its foot says. */
    business?: Business;
  }
}

/** The style sheets in `web/recipient/`, in their order in a page. */
const STYLE_PARTS = ['page', 'gift', 'form', 'pin', 'certificate'];

/**
 * Pages that are rendered on the server and work without a script. The style is inlined, because on a poor connection a
 * second round trip costs more than the bytes. Problems of the app's routes are pages, too. `brandOf` is the name at the
 * top of each page; its foot says whose page it is.
 */
export function serverPages(app: App, { db }: { db: Executor }, brandOf: (w: Words) => string): SendPage {
  app.addHook('onRequest', async (request) => {
    // A page about trouble with the database has no foot.
    const business = await readBusiness(db).catch(() => undefined);
    if (business !== undefined) request.business = business;
  });
  const style = STYLE_PARTS.map((part) => readWebFile(`recipient/${part}.css`))
    .join('')
    .replaceAll(/\n */g, '');
  const script = serveScript(app, 'recipient/page.js');
  const send: SendPage = (request, reply, page) => {
    const { business } = request;
    const own = style + coloured(business);
    const policy = { 'style-src': policyHash(own), 'img-src': "'self' data:" };
    const brand = brandOf(words(page.locale));
    const { text } = document(page, { style: own, script, brand, business });
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (isPacked) reply.header('content-encoding', 'gzip');
    // As a header, which browsers treat like the tag.
    const { refresh_s, refresh_to } = page;
    const to = refresh_to === undefined ? '' : `; url=${refresh_to}`;
    if (refresh_s !== undefined) reply.header('refresh', `${refresh_s}${to}`);
    const leadsTo = page.form_leads_to === undefined ? {} : { 'form-action': `'self' ${page.form_leads_to}` };
    return pageHeaders(reply, { ...policy, ...leadsTo, ...policyFor(page) })
      .code(page.status ?? 200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': languageTag(page.locale),
        vary: 'accept-encoding',
      })
      .send(isPacked ? gzipSync(text) : text);
  };
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, extra } = problemOf(error);
    if (code === 'internal_error') logUnexpected(request, error);
    const locale = localeOf(request);
    const { title, detail } = words(locale).problem(code, extra);
    if (typeof extra.retry_after_s === 'number') reply.header('retry-after', String(extra.retry_after_s));
    return send(request, reply, { locale, title, main: problemMain(title, detail), status: STATUSES[code] });
  });
  return send;
}

/** The colour of the business, where the page is light. */
function coloured(business: Business | undefined): string {
  const colour = business?.colour ?? null;
  return colour === null ? '' : `@media (prefers-color-scheme:light){:root{--strong:${colour}}}`;
}

/** Lets in exactly what an element of another site needs. */
function policyFor({ element }: Page): Readonly<Record<string, string>> {
  if (element === undefined) return {};
  const foreign = element.scripts.filter((script) => !script.startsWith('/'));
  const origins = element.origins.join(' ');
  return {
    'script-src': ["'self'", ...foreign.map((script) => new URL(script).origin)].join(' '),
    'frame-src': origins,
    'connect-src': origins,
    'form-action': `'self' ${origins}`,
  };
}

export function problemMain(title: string, detail: string): Html {
  return html`<h1>${title}</h1><p>${detail}</p>`;
}

function document(
  { locale, title, head, main, element }: Page,
  {
    style,
    script,
    brand,
    business,
  }: { style: string; script: string; brand: string; business: Business | undefined },
): Html {
  const w = words(locale);
  const logo = business?.logo_id ?? null;
  return html`<!doctype html>
<html lang="${languageTag(locale)}">
<head>
<meta charset="utf-8">
<title>${title} · ${brand}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
${[script, ...(element?.scripts ?? [])].map((src) => html`<script src="${src}" defer></script>`)}
</head>
<body>
<header><span class="brand">${logo === null ? null : html`<img src="/pictures/${logo}" alt="" height="28">`}${brand}</span>${head ?? null}</header>
<main>${main}</main>
<footer><p>${w.t('page.never_asked')}</p>${business === undefined ? null : businessFooter(w, business)}</footer>
</body>
</html>
`;
}
