import smpp, { type PDU, type Session } from 'smpp';
import type { Logger } from '../log.ts';

export type SmppLinkSettings = {
  url: string;
  system_id: string;
  password: string;
  log: Logger;
  /** How long a provider may take to answer anything. */
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
/** A link that held for so long was a good one: after its end the next try comes soon. */
const STEADY_MS = 10_000;

/**
 * A lasting SMPP 3.4 connection: bound as a transceiver, asked whether it still lives, opened again when it breaks, each
 * time after a longer wait that is not the same for all processes. What is not answered in time is closed: a firewall
 * that forgot a connection says nothing.
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
    // Each message that is under way listens for the end of the connection.
    session.setMaxListeners(0);
    open = session;
    let boundAt = 0;
    const inTime = answerTimer(session, response_ms_max);
    // From the first knock to the bind's answer: a port that takes connections and says nothing counts as closed.
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
      // After a message that can't be read nothing that follows can.
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

/** Begins to wait for an answer; what it returns is called when the answer is there, or the connection is closed. */
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
