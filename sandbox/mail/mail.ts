import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { OutsideWorld } from '../phones/phones.ts';
import { sendReport } from './mail-reports.ts';

export type MailServer = { port: number; close(): Promise<void> };

/** Taken and then reported undeliverable, and taken but late. What is for a domain `bounce.…` is not even taken. */
const BOUNCES = /^bounce(?:[+.-][^@]*)?@/i;
const DELAYED = /^delayed(?:[+.-][^@]*)?@/i;

/**
 * A mail server that takes everything but what is for an address at `bounce.…`, which nobody has. Mail for
 * `bounce@…` is taken and reported undeliverable afterwards (RFC 3464), and for `delayed@…` reported late, at
 * `bouncesUrl`, which stands for the mail server of every sender's domain.
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
          const dead = BOUNCES.test(address);
          if (!dead) world.keepMail({ to: address, ...keptOf(mail) });
          const report = dead ? 'failed' : DELAYED.test(address) ? 'delayed' : null;
          // Nobody reports on a report: those have no sender.
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

function keptOf(mail: ParsedMail) {
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
