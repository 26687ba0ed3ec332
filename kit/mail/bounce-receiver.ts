import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Logger } from '../log.ts';
import { type DeliveryStatus, readDeliveryStatuses } from './delivery-status.ts';

export type BounceReceiver = { port: number; close(): Promise<void> };

export type BounceReceiverSettings = {
  host: string;
  port: number;
  log: Logger;
  /** What a return path of ours identifies; undefined for any other address. */
  read(address: string): string | undefined;
  /** `about` is the result of `read`. The report is acknowledged, and gone from the sender, when this has finished. */
  onReport(about: string, statuses: readonly DeliveryStatus[]): Promise<void>;
};

const REPORT_BYTES_MAX = 1024 * 1024;
const CONNECTIONS_MAX = 20;
const SILENCE_MS_MAX = 30_000;

/**
 * Receives, by SMTP, the reports that mail servers send to the return paths of our mails. Any other recipient is refused,
 * and nothing is relayed. Mail that is not a report is accepted and dropped.
 */
export async function startBounceReceiver(settings: BounceReceiverSettings): Promise<BounceReceiver> {
  const { host, port, log, read, onReport } = settings;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: REPORT_BYTES_MAX,
    maxClients: CONNECTIONS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    closeTimeout: 1_000,
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, session, done) {
      if (read(address) === undefined) return done(refusal(550, 'No such address'));
      // A report has one return path.
      return session.envelope.rcptTo.length > 0 ? done(refusal(452, 'One at a time')) : done();
    },
    onData(stream, session, done) {
      const about = read(session.envelope.rcptTo[0]?.address ?? '');
      readDeliveryStatuses(stream)
        .then(async (statuses) => {
          if (stream.sizeExceeded) return done(refusal(552, 'Too large'));
          if (about !== undefined && statuses.length > 0) await onReport(about, statuses);
          done();
        })
        .catch((error: unknown) => {
          log.error({ err: error }, 'a bounce could not be processed');
          done(refusal(451, 'Try again later'));
        });
    },
  });
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed);
    server.listen(port, host, () => listening());
  });
  server.on('error', (error: Error & { code?: string }) =>
    log.debug({ reason: error.code }, 'bounce connection'),
  );
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
