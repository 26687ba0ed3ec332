import smpp, { type PDU, type Session } from 'smpp';
import type { Logger } from '../log.ts';
import { partHeader, partJoiner, type TextPart, textParts } from './text-parts.ts';

/** `unknown`: it may have been sent, so it must not simply be sent again. */
export type SendOutcome =
  | { kind: 'submitted'; provider_message_ids: string[] }
  | { kind: 'refused'; reason: string }
  | { kind: 'not_sent'; reason: string }
  | { kind: 'unknown'; reason: string };

export type DeliveryState = 'delivered' | 'undeliverable' | 'expired' | 'rejected' | 'unknown';

export type SmsGateway = {
  send(message: { to: string; text: string }): Promise<SendOutcome>;
  close(): Promise<void>;
};

export type SmsGatewaySettings = {
  url: string;
  system_id: string;
  password: string;
  /** The number that people see and write back to. */
  source_addr: string;
  log: Logger;
  onReceipt(receipt: { provider_message_id: string; state: DeliveryState }): Promise<void>;
  onMessage(message: { from: string; to: string; text: string }): Promise<void>;
};

const WINDOW = 20;
const RESPONSE_MS_MAX = 10_000;
const RECONNECT_MS_MAX = 30_000;
const THROTTLE_TRIES_MAX = 6;

/**
 * A lasting SMPP 3.4 connection to a text message provider: bound as a transceiver, kept alive, opened again when it
 * breaks. Neither numbers nor texts are logged. What arrives is acknowledged when its handler has finished;
 * otherwise the provider is asked to try again.
 */
export function smsGateway(settings: SmsGatewaySettings): SmsGateway {
  const { log } = settings;
  const join = partJoiner();
  let bound: Session | undefined;
  let closing = false;
  let retryMs = 250;
  let reference = Math.floor(Math.random() * 256);
  let underWay = 0;
  const waiting: (() => void)[] = [];
  let retryTimer: NodeJS.Timeout | undefined;

  function connect(): void {
    const session = smpp.connect({ url: settings.url, auto_enquire_link_period: 15_000 });
    session.on('connect', () => {
      const { system_id, password } = settings;
      session.bind_transceiver({ system_id, password, interface_version: 0x34 }, (answer) => {
        if (answer.command_status !== 0) {
          log.error({ command_status: answer.command_status }, 'the text message provider refused to bind');
          session.close();
          return;
        }
        retryMs = 250;
        bound = session;
        log.info('text message provider is connected');
      });
    });
    session.on('deliver_sm', (pdu: PDU) => void deliver(session, pdu));
    session.on('enquire_link', (pdu: PDU) => session.send(pdu.response()));
    session.on('unbind', (pdu: PDU) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('error', (error: Error & { code?: string }) =>
      log.debug({ reason: error.code }, 'text message connection'),
    );
    session.on('close', () => {
      if (bound === session) bound = undefined;
      if (closing) return;
      retryTimer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, RECONNECT_MS_MAX);
    });
  }

  async function deliver(session: Session, pdu: PDU): Promise<void> {
    try {
      const { message, udh } = pdu.short_message;
      const text = typeof message === 'string' ? message : message.toString('utf16le');
      if ((pdu.esm_class & 0x3c) === 4) {
        await settings.onReceipt(receiptOf(pdu, text));
      } else {
        const whole = join(pdu.source_addr, partHeader(udh), text);
        if (whole !== undefined) {
          await settings.onMessage({ from: pdu.source_addr, to: pdu.destination_addr, text: whole });
        }
      }
      session.send(pdu.response());
    } catch (error) {
      log.error({ err: error }, 'a text message could not be taken in');
      session.send(pdu.response({ command_status: smpp.ESME_RX_T_APPN }));
    }
  }

  async function send({ to, text }: { to: string; text: string }): Promise<SendOutcome> {
    reference = (reference + 1) % 256;
    const ids: string[] = [];
    for (const part of textParts(text, reference)) {
      const outcome = await submitThrottled(to, part);
      if (outcome.kind === 'submitted') ids.push(...outcome.provider_message_ids);
      // Once a part is out, whether the whole was sent can't be said.
      else return ids.length === 0 ? outcome : { kind: 'unknown', reason: outcome.reason };
    }
    return { kind: 'submitted', provider_message_ids: ids };
  }

  async function submitThrottled(to: string, part: TextPart): Promise<SendOutcome> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await inWindow(() => submit(to, part));
      if (outcome.kind !== 'not_sent' || outcome.reason !== 'throttled' || attempt === THROTTLE_TRIES_MAX)
        return outcome;
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }

  function submit(to: string, part: TextPart): Promise<SendOutcome> {
    const session = bound;
    if (session === undefined) return Promise.resolve({ kind: 'not_sent', reason: 'not_connected' });
    return new Promise((resolve) => {
      const finish = (outcome: SendOutcome) => {
        clearTimeout(timer);
        session.off('close', onClose);
        resolve(outcome);
      };
      const onClose = () => finish({ kind: 'unknown', reason: 'connection_broke' });
      const timer = setTimeout(() => finish({ kind: 'unknown', reason: 'timed_out' }), RESPONSE_MS_MAX);
      session.once('close', onClose);
      const fields = {
        source_addr: settings.source_addr,
        destination_addr: to,
        registered_delivery: 1,
        ...part,
      };
      session.submit_sm(fields, (answer) => finish(submitted(answer)));
    });
  }

  async function inWindow<T>(work: () => Promise<T>): Promise<T> {
    while (underWay >= WINDOW) await new Promise<void>((resolve) => waiting.push(resolve));
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
      waiting.shift()?.();
    }
  }

  connect();
  return {
    send,
    async close() {
      closing = true;
      clearTimeout(retryTimer);
      const session = bound;
      if (session === undefined) return;
      await new Promise<void>((resolve) => {
        session.once('close', () => resolve());
        setTimeout(() => session.destroy(), 1_000).unref();
        session.unbind(() => session.close());
      });
    },
  };
}

function submitted({ command_status, message_id }: PDU): SendOutcome {
  if (command_status === smpp.ESME_ROK) return { kind: 'submitted', provider_message_ids: [message_id] };
  if (command_status === smpp.ESME_RTHROTTLED || command_status === smpp.ESME_RMSGQFUL) {
    return { kind: 'not_sent', reason: 'throttled' };
  }
  return { kind: 'refused', reason: `smpp_status_${command_status}` };
}

const STATES: Record<string, DeliveryState> = {
  '2': 'delivered',
  '3': 'expired',
  '5': 'undeliverable',
  '8': 'rejected',
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  UNDELIV: 'undeliverable',
  REJECTD: 'rejected',
};

/** A delivery receipt, by its parameters (SMPP 3.4, 5.3.2.12 and 5.3.2.35) or by the text that older providers send. */
function receiptOf(pdu: PDU, text: string): { provider_message_id: string; state: DeliveryState } {
  const id = pdu.receipted_message_id?.toString().replace(/\0+$/, '') ?? /\bid:(\S+)/.exec(text)?.[1] ?? '';
  const state = pdu.message_state?.toString() ?? /\bstat:(\w+)/.exec(text)?.[1] ?? '';
  return { provider_message_id: id, state: STATES[state] ?? 'unknown' };
}
