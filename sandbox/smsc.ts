import smpp, { type PDU, type Session } from 'smpp';
import { partHeader, partJoiner, textParts } from '../kit/messaging/text-parts.ts';
import { parsePhone } from '../kit/phone.ts';
import type { OutsideWorld } from './phones.ts';

export type SmscAccount = { system_id: string; password: string; source_addr: string };

export type Smsc = {
  /** A phone writes to one of the accounts' numbers. It is tried until the account has acknowledged it. */
  writeFrom(number: string, to: string, text: string): boolean;
  /** Receipts that waited for the phone to be switched on. */
  switchedOn(number: string): void;
  port: number;
  close(): Promise<void>;
};

const RECEIPT_MS = 100;
const RETRY_MS = 500;
/** Nobody has a number that ends so; what is sent there is undeliverable. */
export const DEAD_ENDING = '9999';

/** A text message provider as they are met outside: SMPP 3.4, long messages, UCS-2, receipts, messages from phones. */
export async function startSmsc(
  world: OutsideWorld,
  accounts: readonly SmscAccount[],
  port: number,
  host: string,
): Promise<Smsc> {
  const bound = new Map<string, Session[]>();
  const waitingReceipts = new Map<string, (() => void)[]>();
  let messageNo = 0;
  let reference = 0;
  let closed = false;

  const server = smpp.createServer({}, (session) => {
    const join = partJoiner();
    let account: SmscAccount | undefined;
    session.on('error', () => {});
    session.on('close', () => forget(session));
    session.on('enquire_link', (pdu: PDU) => session.send(pdu.response()));
    session.on('unbind', (pdu: PDU) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('bind_transceiver', (pdu: PDU) => {
      account = accounts.find(
        ({ system_id, password }) => system_id === pdu.system_id && password === pdu.password,
      );
      session.send(pdu.response({ command_status: account ? smpp.ESME_ROK : smpp.ESME_RBINDFAIL }));
      if (account) bound.set(account.source_addr, [...(bound.get(account.source_addr) ?? []), session]);
    });
    session.on('submit_sm', (pdu: PDU) => {
      if (account === undefined) return session.send(pdu.response({ command_status: smpp.ESME_RBINDFAIL }));
      messageNo += 1;
      const id = messageNo.toString(16).padStart(8, '0');
      session.send(pdu.response({ message_id: id }));
      const { message, udh } = pdu.short_message;
      const text = join(
        pdu.destination_addr,
        partHeader(udh),
        typeof message === 'string' ? message : message.toString(),
      );
      const number = e164(pdu.destination_addr);
      const dead = number.endsWith(DEAD_ENDING);
      const arrive = () => {
        if (text !== undefined && !dead) {
          world.keepMessage(number, { from: pdu.source_addr, to: number, direction: 'received', text });
        }
        if (pdu.registered_delivery & 1) setTimeout(() => sendReceipt(pdu, id, dead), RECEIPT_MS);
      };
      if (world.phone(number).on || dead) arrive();
      else waitingReceipts.set(number, [...(waitingReceipts.get(number) ?? []), arrive]);
      return true;
    });
  });

  function forget(session: Session): void {
    for (const [address, sessions] of bound)
      bound.set(
        address,
        sessions.filter((other) => other !== session),
      );
  }

  function sendReceipt(pdu: PDU, id: string, dead: boolean): void {
    const date = new Date().toISOString().replace(/\D/g, '').slice(2, 12);
    const stat = dead ? 'UNDELIV' : 'DELIVRD';
    deliver(pdu.source_addr, {
      source_addr: pdu.destination_addr,
      destination_addr: pdu.source_addr,
      esm_class: 4,
      receipted_message_id: id,
      message_state: dead ? 5 : 2,
      short_message: `id:${id} sub:001 dlvrd:${dead ? '000' : '001'} submit date:${date} done date:${date} stat:${stat} err:000 text:`,
    });
  }

  /** Over any of the account's connections, and again until it is acknowledged. */
  function deliver(address: string, fields: Record<string, unknown>): void {
    if (closed) return;
    const [session, ...others] = bound.get(address) ?? [];
    if (session === undefined) {
      setTimeout(() => deliver(address, fields), RETRY_MS);
      return;
    }
    bound.set(address, [...others, session]);
    let answered = false;
    const again = () => {
      if (!answered) {
        answered = true;
        setTimeout(() => deliver(address, fields), RETRY_MS);
      }
    };
    session.once('close', again);
    session.deliver_sm(fields, (answer) => {
      session.off('close', again);
      if (answer.command_status === smpp.ESME_ROK) answered = true;
      else again();
    });
  }

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => listening());
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    writeFrom(number, to, text) {
      if (!accounts.some((account) => account.source_addr === to)) return false;
      world.keepMessage(number, { from: number, to, direction: 'sent', text });
      reference += 1;
      for (const part of textParts(text, reference)) {
        deliver(to, { source_addr: number.replace('+82', '0'), destination_addr: to, ...part });
      }
      return true;
    },
    switchedOn(number) {
      for (const arrive of waitingReceipts.get(number) ?? []) arrive();
      waitingReceipts.delete(number);
    },
    async close() {
      closed = true;
      for (const session of server.sessions) session.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function e164(number: string): string {
  const parsed = parsePhone(number);
  return parsed.ok ? parsed.e164 : number;
}
