import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { OutsideWorld } from './phones.ts';

export type MailServer = { port: number; close(): Promise<void> };

/** A mail server that takes everything but what is for an address at `bounce.…`, which nobody has. */
export async function startMailServer(world: OutsideWorld, port: number, host: string): Promise<MailServer> {
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
        for (const { address } of session.envelope.rcptTo) {
          world.keepMail({
            from: mail.from?.text ?? '',
            to: address,
            subject: mail.subject ?? '',
            text: (mail.text ?? '').trim(),
          });
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
