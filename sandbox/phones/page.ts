import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import { SECOND_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { eventStreams } from '../../kit/http/event-stream.ts';
import { pageHeaders } from '../../kit/http/page-headers.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { isSameOrigin } from '../../kit/http/same-origin.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import type { OutsideWorld } from './phones.ts';
import { MailAddress } from './shapes.ts';

const HEARTBEAT_MS = 15 * SECOND_MS;

/** A mail is somebody else's page: no script of it runs, nothing of it is fetched, and it can't reach ours. */
const MAIL_POLICY = {
  sandbox: 'allow-popups allow-popups-to-escape-sandbox',
  'script-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'form-action': "'none'",
  'frame-ancestors': "'self'",
};

/** The demo's page: where to begin, the phones, and what tells it that something has come. */
export async function phonesPage(app: App, world: OutsideWorld, publicUrl: string): Promise<void> {
  const { origin } = new URL(publicUrl);
  // The phones have no lock: whoever is at this machine may use them, but not another site in their browser.
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
        .send(withLinksOutside(mail.html));
    },
  );

  const openStream = eventStreams(app);
  // Server-sent events that say whose phone, call or mailbox has changed; what is in it is asked by the routes that say it.
  app.get('/v1/changes', { schema: { hide: true } }, async (_request, reply) => {
    const stream = openStream(reply);
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

/** The mail's links open beside the phone and not in its little window. */
function withLinksOutside(mail: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(mail) ? mail.replace(/<head[^>]*>/i, (head) => head + base) : base + mail;
}
