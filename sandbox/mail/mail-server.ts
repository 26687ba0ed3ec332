import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { OutsideWorld } from '../outside-world.ts';
import { sendReport } from './delivery-reports.ts';

export type MailServer = { port: number; close(): Promise<void> };

const BOUNCES = /^bounce(?:[+.-][^@]*)?@/i;
const DELAYED = /^delayed(?:[+.-][^@]*)?@/i;

/**
 * A mail server that refuses recipients at `bounce.…` and accepts all others. Mail to `bounce@…` is accepted and then
 * reported undeliverable (RFC 3464), mail to `delayed@…` is delivered and reported delayed; the reports go to
 * `bouncesUrl`, which stands in for the mail server of every sender's domain.
 */
export async function startMailServer(
  world: OutsideWorld,
  port: number,
  host: string,
  bouncesUrl?: string,
): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 1024 * 1024,
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (/@bounce\./i.test(address)) {
        return done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      }
      done();
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const { mailFrom, rcptTo } = session.envelope;
        for (const { address } of rcptTo) {
          const bounces = BOUNCES.test(address);
          if (!bounces) world.keepMail({ to: address, ...contentOf(mail) });
          const report = bounces ? 'failed' : DELAYED.test(address) ? 'delayed' : null;
          // Reports themselves have no sender, and are not reported on.
          if (report !== null && bouncesUrl !== undefined && mailFrom && mailFrom.address !== '')
            void sendReport(bouncesUrl, report, { from: mailFrom.address, to: address, mail });
        }
        done();
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(port, host, () => listening());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function contentOf(mail: ParsedMail) {
  const unsubscribe = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line;
  return {
    from: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trim(),
    ...(mail.html === false ? {} : { html: mail.html }),
    ...(unsubscribe === undefined
      ? {}
      : {
          list_unsubscribe: unsubscribe
            .replace(/^[^:]*:/, '')
            .replace(/\s+/g, ' ')
            .trim(),
        }),
  };
}
