import Type from 'typebox';
import type { Clock } from '../clock.ts';
import type { Executor } from '../db/transaction.ts';
import { sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { html } from '../http/html.ts';
import { serverPages } from '../http/pages.ts';
import { localeOf } from '../http/problem.ts';
import { closed } from '../http/shapes.ts';
import { done } from '../result.ts';
import { LOCALES, mainLocale, type Words, words } from '../words/index.ts';
import { readBusiness } from './details.ts';
import { documentHtml } from './document-html.ts';
import {
  documentsInForce,
  type PublishedDocument,
  READ_DOCUMENT_REFUSALS,
  readDocument,
} from './documents.ts';
import { readPicture } from './pictures.ts';
import {
  Business,
  type DocumentKind,
  DocumentKindShape,
  DocumentTexts,
  DocumentVersion,
  PictureId,
  Version,
} from './shapes.ts';

/** Where each document is read. */
const DOCUMENT_PATHS = {
  terms: '/terms',
  privacy: '/privacy',
  marketing: '/marketing',
  faq: '/help',
} as const satisfies Record<DocumentKind, string>;

type Published = { db: Executor; clock: Clock };

/** What a business publishes, for everybody: as data, as pages that need no script, and its pictures. */
export function businessRoutes(app: App, context: Published, brandOf: (w: Words) => string): void {
  const { db, clock } = context;
  const tags = ['business'];

  app.get(
    '/v1/business',
    {
      schema: {
        tags,
        summary: 'Get what the business says of itself, and which versions of its documents are in force',
        response: {
          200: closed({ business: Type.Optional(Business), documents: Type.Array(DocumentVersion) }),
        },
      },
    },
    async (request, reply) => {
      const business = await readBusiness(db);
      const documents = await documentsInForce(db, clock());
      return sendResult(request, reply, done({ ...(business === undefined ? {} : { business }), documents }));
    },
  );

  app.get(
    '/v1/documents/:document',
    {
      schema: {
        tags,
        summary: 'Get a document, in the version that is in force or another',
        params: closed({ document: DocumentKindShape }),
        querystring: closed({ version: Type.Optional(Version) }),
        response: { 200: closed({ ...DocumentVersion.properties, ...DocumentTexts.properties }) },
        refusals: READ_DOCUMENT_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readDocument(db, { ...request.params, ...request.query, now: clock() }),
      ),
  );

  app.get(
    '/pictures/:picture_id',
    { schema: { hide: true, params: closed({ picture_id: PictureId }) } },
    async (request, reply) => {
      const picture = await readPicture(db, request.params.picture_id);
      if (picture === undefined) return reply.callNotFound();
      return reply
        .headers({
          'content-type': picture.media_type,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        })
        .send(picture.bytes);
    },
  );

  app.register(async (pages: App) => documentPages(pages, context, brandOf));
}

function documentPages(app: App, context: Published, brandOf: (w: Words) => string): void {
  const send = serverPages(app, context, brandOf);
  const querystring = closed({
    lang: Type.Optional(Type.Enum([...LOCALES])),
    version: Type.Optional(Version),
  });
  for (const document of Object.keys(DOCUMENT_PATHS).filter(isDocument)) {
    app.get(DOCUMENT_PATHS[document], { schema: { hide: true, querystring } }, async (request, reply) => {
      const { lang, version } = request.query;
      const now = context.clock();
      const w = words(lang ?? localeOf(request));
      const found = await readDocument(context.db, { document, version, now });
      const title = w.t(`business.${document}`);
      const other = w.locale === 'ko' ? 'en' : 'ko';
      const at = `${DOCUMENT_PATHS[document]}?lang=${other}${version === undefined ? '' : `&version=${version}`}`;
      const head = html`<a class="button quiet" lang="${other}" href="${at}">${other === 'en' ? 'English' : '한국어'}</a>`;
      const main = found.ok
        ? html`<h1>${title}</h1>${standing(w, found.value, now)}<div lang="${mainLocale(w.locale)}">${documentHtml(w.locale === 'ko' ? found.value.text_ko : found.value.text_en)}</div>`
        : html`<h1>${w.t('business.not_published')}</h1><p>${w.t('business.not_published_detail')}</p>`;
      return send(request, reply, { locale: w.locale, title, head, main, status: found.ok ? 200 : 404 });
    });
  }
}

/** Which version this is. Help is not agreed to, so its versions say nothing to its readers. */
function standing(w: Words, { document, version, in_force_at }: PublishedDocument, now: Date) {
  if (document === 'faq') return null;
  const key = new Date(in_force_at) <= now ? 'business.version' : 'business.version_ahead';
  return html`<p>${w.t(key, { version, at: in_force_at })}</p>`;
}

function isDocument(name: string): name is DocumentKind {
  return Object.hasOwn(DOCUMENT_PATHS, name);
}
