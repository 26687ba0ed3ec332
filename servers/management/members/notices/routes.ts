import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed } from '../../../../contracts/common.ts';
import type { App } from '../../../../kit/http/app.ts';
import { serverPages } from '../../../../kit/http/pages.ts';
import { localeOf } from '../../../../kit/http/problem.ts';
import type { RefusalOf, Result } from '../../../../kit/result.ts';
import { words } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { noticePage, unknownNotice } from './page.ts';
import { type NoticeView, type TURN_NOTICE_REFUSALS, turnNotice, viewNotice } from './turn-notice.ts';

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const FORM_BYTES_MAX = 4_096;

type Asked = FastifyRequest<{ Params: { token: string } }>;

/**
 * The unsubscribe link of an email (RFC 8058). GET changes nothing, because mail programs and virus scanners follow
 * links. The form may be posted by the mail program itself, without cookies or origin and in either encoding; the
 * link alone authorises it, so the form's content is ignored. The answer is immediate and never a redirect.
 */
export function noticePageRoutes(app: App, context: ManagementContext): void {
  app.addContentTypeParser(
    FORM_TYPES,
    { parseAs: 'buffer', bodyLimit: FORM_BYTES_MAX },
    (_request, _bytes, done) => done(null, undefined),
  );
  const send = serverPages(app, context, (w) => w.t('page.brand'));
  const schema = { hide: true, params: closed({ token: Type.String({ maxLength: 200 }) }) };

  function show(
    request: Asked,
    reply: FastifyReply,
    view: Result<NoticeView, RefusalOf<typeof TURN_NOTICE_REFUSALS>>,
    pressed: boolean,
  ) {
    if (!view.ok) return send(request, reply, unknownNotice(words(localeOf(request))));
    return send(request, reply, noticePage(`/n/${request.params.token}`, view.value, pressed));
  }

  app.get('/n/:token', { schema }, async (request, reply) =>
    show(request, reply, await viewNotice(context, request.params.token), false),
  );

  app.post('/n/:token', { schema }, async (request, reply) =>
    show(request, reply, await turnNotice(context, request.params.token, false), true),
  );

  app.post('/n/:token/on', { schema }, async (request, reply) =>
    show(request, reply, await turnNotice(context, request.params.token, true), true),
  );
}
