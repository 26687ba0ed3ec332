import smpp, { type PDU, type Session } from 'smpp';
import type { Logger } from '../../log.ts';
import { nationalDigits } from '../../phone.ts';
import { pace } from '../../pace.ts';
import type { IncomingText, ProviderText, Receipt, SendOutcome, TextProvider } from '../port.ts';
import { partHeader, partJoiner, type TextForm, type TextPart, textParts } from '../text-parts.ts';
import { smppLink } from './link.ts';
import { isReport, plainId, type ReceiptIds, receiptOf } from './receipts.ts';

export type SmppSettings = TextForm & {
  url: string;
  system_id: string;
  password: string;
  receipt_ids: ReceiptIds;
  log: Logger;
  onReceipt(receipt: Receipt): Promise<void>;
  onMessage(message: IncomingText): Promise<void>;
  response_ms_max?: number | undefined;
};

/** The maximum of messages in flight on one connection. */
const WINDOW = 20;
const RESPONSE_MS_MAX = 10_000;
const THROTTLE_TRIES_MAX = 6;
const FINISH_MS_MAX = 5_000;
const INTERNATIONAL = { ton: 1, npi: 1 };

type Numbers = { to: string; sender: string };

/**
 * A text message provider over SMPP 3.4. Neither numbers nor texts are logged. An incoming message is acknowledged once its
 * handler has finished; if the handler fails, the provider is asked to try again.
 */
export function smppProvider(settings: SmppSettings): TextProvider {
  const { log, response_ms_max = RESPONSE_MS_MAX } = settings;
  const join = partJoiner();
  const rate = pace(WINDOW);
  const link = smppLink({
    ...settings,
    response_ms_max,
    onPdu: (session, pdu) => void receive(session, pdu),
  });
  let reference = Math.floor(Math.random() * 256);

  async function receive(session: Session, pdu: PDU): Promise<void> {
    try {
      const text = textOf(pdu);
      if (isReport(pdu)) {
        const receipt = receiptOf(pdu, text, settings.receipt_ids);
        if (receipt !== undefined) await settings.onReceipt(receipt);
      } else {
        const from = sourceOf(pdu);
        const whole = join(from, partHeader(pdu), text);
        if (whole !== undefined) await settings.onMessage({ from, to: pdu.destination_addr, text: whole });
      }
      session.send(pdu.response());
    } catch (error) {
      log.error({ err: error }, 'a text message could not be processed');
      session.send(pdu.response({ command_status: smpp.ESME_RX_T_APPN }));
    }
  }

  async function send(
    { to, text, sender }: ProviderText,
    { throttle_tries } = { throttle_tries: THROTTLE_TRIES_MAX },
  ): Promise<SendOutcome> {
    reference = (reference + 1) % 256;
    const ids: string[] = [];
    for (const part of textParts(text, reference, settings)) {
      // After the first part, retry longer: another provider can't send the rest of a text.
      const tries = ids.length === 0 ? throttle_tries : THROTTLE_TRIES_MAX;
      const outcome = await submitWithRetries({ to, sender }, part, tries);
      if (outcome.kind === 'submitted') ids.push(...outcome.provider_message_ids);
      // Once a part is out, the outcome of the whole is unknown.
      else return ids.length === 0 ? outcome : { kind: 'unknown', reason: outcome.reason };
    }
    return { kind: 'submitted', provider_message_ids: ids };
  }

  async function submitWithRetries(numbers: Numbers, part: TextPart, tries: number): Promise<SendOutcome> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await rate.run(() => submit(numbers, part));
      if (outcome.kind === 'submitted') rate.speedUp();
      if (outcome.kind !== 'not_sent' || outcome.reason !== 'throttled') return outcome;
      rate.slowDown();
      if (attempt >= tries) return outcome;
    }
  }

  function submit({ to, sender }: Numbers, part: TextPart): Promise<SendOutcome> {
    const session = link.session();
    if (session === undefined) return Promise.resolve({ kind: 'not_sent', reason: 'not_connected' });
    return new Promise((resolve) => {
      const finish = (outcome: SendOutcome) => {
        clearTimeout(timer);
        session.off('close', onClose);
        resolve(outcome);
      };
      const onClose = () => finish({ kind: 'unknown', reason: 'connection_broke' });
      const timer = setTimeout(() => finish({ kind: 'unknown', reason: 'timed_out' }), response_ms_max);
      session.once('close', onClose);
      const fields = { source_addr: sender, ...destinationOf(to), registered_delivery: 1, ...part };
      const written = session.submit_sm(fields, (answer) => finish(submitted(answer)));
      if (!written) finish({ kind: 'not_sent', reason: 'not_connected' });
    });
  }

  return {
    send,
    // Its receipts come over the connection, and there is no question in the protocol that all providers answer.
    isNoted: false,
    partsOf: (text) => textParts(text, 0, settings).length,
    isReady: () => link.session() !== undefined && !rate.isPaused(),
    async close() {
      // Messages in flight get time for their response, or their outcome would be unknown.
      const soon = new Promise<void>((resolve) => setTimeout(resolve, FINISH_MS_MAX).unref());
      await Promise.race([rate.idle(), soon]);
      await link.close();
    },
  };
}

/** Refusals that are not about the message: they are temporary, or specific to this provider. */
const NOT_ABOUT_THE_MESSAGE = new Map([
  [smpp.ESME_RTHROTTLED, 'throttled'],
  [smpp.ESME_RMSGQFUL, 'throttled'],
  [smpp.ESME_RINVBNDSTS, 'not_connected'],
  [smpp.ESME_RBINDFAIL, 'not_connected'],
  [smpp.ESME_RSYSERR, 'provider_trouble'],
  [smpp.ESME_RX_T_APPN, 'provider_trouble'],
  [smpp.ESME_RINVSRCADR, 'sender_refused'],
]);

function submitted({ command_status, message_id }: PDU): SendOutcome {
  if (command_status === smpp.ESME_ROK)
    return { kind: 'submitted', provider_message_ids: [plainId(message_id)] };
  const reason = NOT_ABOUT_THE_MESSAGE.get(command_status);
  return reason === undefined
    ? { kind: 'refused', reason: `smpp_status_${command_status}` }
    : { kind: 'not_sent', reason };
}

/** National format for Korean numbers, international format for others. */
function destinationOf(to: string): Record<string, unknown> {
  if (to.startsWith('+82')) return { destination_addr: nationalDigits(to) };
  const { ton, npi } = INTERNATIONAL;
  return { destination_addr: to.slice(1), dest_addr_ton: ton, dest_addr_npi: npi };
}

/** With a plus if the provider marks the number as international. */
function sourceOf({ source_addr, source_addr_ton }: PDU): string {
  const isInternational = source_addr_ton === INTERNATIONAL.ton && /^[0-9]/.test(source_addr);
  return isInternational ? `+${source_addr}` : source_addr;
}

/** KS C 5601, which Korean providers use besides UCS-2. */
const KSC5601 = 14;
const korean = new TextDecoder('euc-kr');

function textOf({ short_message, message_payload, data_coding }: PDU): string {
  const payload = message_payload?.message;
  const message = payload !== undefined && payload.length > 0 ? payload : (short_message?.message ?? '');
  if (typeof message === 'string') return message;
  return data_coding === KSC5601 ? korean.decode(message) : message.toString('latin1');
}
