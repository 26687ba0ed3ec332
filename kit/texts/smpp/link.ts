import smpp, { type PDU, type Session } from 'smpp';
import type { Logger } from '../../log.ts';

export type SmppLinkSettings = {
  url: string;
  system_id: string;
  password: string;
  log: Logger;
  /** How long a provider may take for any response. */
  response_ms_max: number;
  onPdu(session: Session, pdu: PDU): void;
};

export type SmppLink = {
  /** The session while it is bound. */
  session(): Session | undefined;
  close(): Promise<void>;
};

const ENQUIRE_MS = 15_000;
const RETRY_MS_MIN = 250;
const RETRY_MS_MAX = 30_000;
/** After a connection that lasted this long, the first retry comes soon. */
const STEADY_MS = 10_000;

/**
 * A lasting SMPP 3.4 connection: bound as a transceiver, kept alive, and reopened when it breaks, with increasing and
 * jittered waits. It is closed if a response is late, because a firewall may drop a connection silently.
 */
export function smppLink(settings: SmppLinkSettings): SmppLink {
  const { log, response_ms_max } = settings;
  let open: Session | undefined;
  let bound: Session | undefined;
  let closing = false;
  let retryMs = RETRY_MS_MIN;
  let retryTimer: NodeJS.Timeout | undefined;

  function connect(): void {
    const session = smpp.connect({ url: settings.url });
    // Each message in flight listens for the end of the connection.
    session.setMaxListeners(0);
    open = session;
    let boundAt = 0;
    const inTime = answerTimer(session, response_ms_max);
    // From connecting to the bind response: a port that accepts connections and stays silent counts as closed.
    const bindAnswered = inTime();
    session.on('connect', () => {
      const { system_id, password } = settings;
      session.bind_transceiver({ system_id, password, interface_version: 0x34 }, ({ command_status }) => {
        bindAnswered();
        if (command_status !== smpp.ESME_ROK) {
          log.error({ command_status }, 'the SMS provider refused to bind');
          return session.close();
        }
        boundAt = Date.now();
        bound = session;
        log.info('SMS provider connected');
      });
    });
    const enquiring = setInterval(() => {
      if (bound === session) session.enquire_link(inTime());
    }, ENQUIRE_MS);
    session.on('deliver_sm', (pdu: PDU) => settings.onPdu(session, pdu));
    session.on('data_sm', (pdu: PDU) => settings.onPdu(session, pdu));
    session.on('enquire_link', (pdu: PDU) => session.send(pdu.response()));
    session.on('unbind', (pdu: PDU) => {
      if (bound === session) bound = undefined;
      session.send(pdu.response());
      session.close();
    });
    session.on('error', (error: Error & { code?: string }) => {
      log.debug({ reason: error.code }, 'SMS connection closed');
      // After an unreadable message, nothing that follows can be read.
      session.destroy();
    });
    session.on('close', () => {
      bindAnswered();
      clearInterval(enquiring);
      if (bound === session) bound = undefined;
      if (closing) return;
      if (boundAt > 0 && Date.now() - boundAt >= STEADY_MS) retryMs = RETRY_MS_MIN;
      retryTimer = setTimeout(connect, retryMs * (0.75 + Math.random() / 2));
      retryMs = Math.min(retryMs * 2, RETRY_MS_MAX);
    });
  }

  connect();
  return {
    session: () => bound,
    async close() {
      closing = true;
      clearTimeout(retryTimer);
      const session = open;
      if (session === undefined) return;
      const isBound = bound === session;
      bound = undefined;
      if (!isBound) return session.destroy();
      await new Promise<void>((resolve) => {
        session.once('close', () => resolve());
        setTimeout(() => session.destroy(), 1_000).unref();
        session.unbind(() => session.close());
      });
    },
  };
}

/** Starts a timer for a response, and returns the function that stops it. When it expires, the connection is closed. */
function answerTimer(session: Session, response_ms_max: number): () => () => void {
  const waiting = new Set<NodeJS.Timeout>();
  session.once('close', () => {
    for (const timer of waiting) clearTimeout(timer);
  });
  return () => {
    const timer = setTimeout(() => session.destroy(), response_ms_max);
    waiting.add(timer);
    return () => {
      clearTimeout(timer);
      waiting.delete(timer);
    };
  };
}
