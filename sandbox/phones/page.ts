import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import { SECOND_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { clientAddress } from '../../kit/http/client-address.ts';
import { eventStreams } from '../../kit/http/event-stream.ts';
import { pageHeaders } from '../../kit/http/page-headers.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { isSameOrigin } from '../../kit/http/same-origin.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import { MailAddress } from '../mail/shapes.ts';
import type { OutsideWorld } from '../outside-world.ts';

const HEARTBEAT_MS = 15 * SECOND_MS;
/** Everybody at this machine shares its address. */
const STREAMS_OF_ADDRESS_MAX = 500;

/** A mail is untrusted HTML: it runs no script, loads nothing and cannot reach our page. */
const MAIL_POLICY = {
  sandbox: 'allow-popups allow-popups-to-escape-sandbox',
  'script-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'form-action': "'none'",
  'frame-ancestors': "'self'",
};

/** The demo's start page and phones, a page for each mail, and the stream of changes. */
export async function phonesPage(app: App, world: OutsideWorld, publicUrl: string): Promise<void> {
  const { origin } = new URL(publicUrl);
  // Anyone at this machine may use the phones, but another site in their browser may not.
  app.addHook('onRequest', async (request) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    const { origin: from, 'sec-fetch-site': site } = request.headers;
    const isBrowser = from !== undefined || site !== undefined;
    if (changes && isBrowser && !isSameOrigin(request, origin)) throw new ProblemError('forbidden');
  });
  await serveWebFiles(app);
  serveWebApp(app, {
    name: 'phones',
    paths: ['/', '/phones', '/phones/*'],
    policy: { 'frame-src': "'self'" },
  });

  app.get(
    '/mailboxes/:address/:mail_id',
    {
      schema: {
        hide: true,
        params: closed({ address: MailAddress, mail_id: Type.String({ maxLength: 64 }) }),
      },
    },
    async ({ params }, reply) => {
      const mail = world.mailbox(params.address).find(({ mail_id }) => mail_id === params.mail_id);
      if (mail?.html === undefined) throw new ProblemError('not_found');
      return pageHeaders(reply, MAIL_POLICY)
        .header('x-frame-options', 'SAMEORIGIN')
        .type('text/html; charset=utf-8')
        .send(withLinksInNewTab(mail.html));
    },
  );

  const openStream = eventStreams(app, { eachMax: STREAMS_OF_ADDRESS_MAX });
  // Server-sent events that name the phone, call or mailbox that changed; clients then fetch it.
  app.get('/v1/changes', { schema: { hide: true } }, async (request, reply) => {
    const stream = openStream(reply, clientAddress(request));
    if (stream === undefined) throw new ProblemError('service_unavailable', { retry_after_s: 30 });
    const phone = (number: string) => stream.send('phone', { number });
    const call = (number: string) => stream.send('call', { number });
    const mailbox = (address: string) => stream.send('mailbox', { address });
    world.changes.on('phone', phone).on('call', call).on('mailbox', mailbox);
    const heartbeat = setInterval(() => stream.beat(), HEARTBEAT_MS);
    stream.onEnd(() => {
      world.changes.off('phone', phone).off('call', call).off('mailbox', mailbox);
      clearInterval(heartbeat);
    });
    stream.beat();
    return reply;
  });
}

/** Makes the mail's links open in a new tab, not in the phone's frame. */
function withLinksInNewTab(mail: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(mail) ? mail.replace(/<head[^>]*>/i, (head) => head + base) : base + mail;
}
