import smpp, { type PDU, type Session } from 'smpp';
import { parsePhone } from '../../kit/phone.ts';
import { partHeader, partJoiner, textParts } from '../../kit/texts/text-parts.ts';
import type { OutsideWorld } from '../phones/phones.ts';
import { type Conduct, conduct, type Misbehaviour, receiptFields } from './smsc-conduct.ts';

export type SmscAccount = { system_id: string; password: string; source_addr: string };

export type Smsc = {
  /** A phone writes to one of the accounts' numbers. It is tried until the account has acknowledged it. */
  writeFrom(number: string, to: string, text: string): boolean;
  /** Receipts that waited for the phone to be switched on. */
  switchedOn(number: string): void;
  conduct: Conduct;
  /** How many messages are taken and not answered yet, at most so far. */
  outstandingMax(): number;
  /** How many connections are bound. */
  boundCount(): number;
  port: number;
  close(): Promise<void>;
};

const RECEIPT_MS = 100;
const RETRY_MS = 500;
/** Nobody has a number that ends so; what is sent there is undeliverable. */
export const DEAD_ENDING = '9999';
const INTERNATIONAL = 1;

const REFUSALS: Partial<Record<Misbehaviour, number>> = {
  throttle: smpp.ESME_RTHROTTLED,
  queue_full: smpp.ESME_RMSGQFUL,
  reject: smpp.ESME_RINVDSTADR,
  trouble: smpp.ESME_RSYSERR,
};

/** A text message provider as they are met outside: SMPP 3.4, long messages, UCS-2, receipts, messages from phones. */
export async function startSmsc(
  world: OutsideWorld,
  accounts: readonly SmscAccount[],
  port: number,
  host: string,
): Promise<Smsc> {
  const bound = new Map<string, Session[]>();
  const waitingReceipts = new Map<string, (() => void)[]>();
  const ways = conduct(() => {
    for (const session of server.sessions) session.destroy();
  });
  let messageNo = 0;
  let reference = 0;
  let outstanding = 0;
  let outstandingMax = 0;
  let closed = false;

  const server = smpp.createServer({}, (session) => {
    const join = partJoiner();
    let account: SmscAccount | undefined;
    session.setMaxListeners(0);
    session.on('error', () => {});
    session.on('close', () => forget(session));
    session.on('enquire_link', (pdu: PDU) => {
      if (!ways.is('silent')) session.send(pdu.response());
    });
    session.on('unbind', (pdu: PDU) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('bind_transceiver', (pdu: PDU) => {
      if (ways.is('silent')) return;
      account = accounts.find(
        ({ system_id, password }) => system_id === pdu.system_id && password === pdu.password,
      );
      if (ways.is('away')) account = undefined;
      session.send(pdu.response({ command_status: account ? smpp.ESME_ROK : smpp.ESME_RBINDFAIL }));
      if (account) bound.set(account.source_addr, [...(bound.get(account.source_addr) ?? []), session]);
    });
    session.on('submit_sm', (pdu: PDU) => {
      outstanding += 1;
      outstandingMax = Math.max(outstandingMax, outstanding);
      setTimeout(() => {
        outstanding -= 1;
        submit(session, pdu, account, join);
      }, ways.answerMs());
    });
  });

  function submit(
    session: Session,
    pdu: PDU,
    account: SmscAccount | undefined,
    join: ReturnType<typeof partJoiner>,
  ): void {
    if (account === undefined) {
      session.send(pdu.response({ command_status: smpp.ESME_RBINDFAIL }));
      return;
    }
    const misbehaviour = ways.next();
    const refusal = REFUSALS[misbehaviour];
    if (refusal !== undefined) {
      session.send(pdu.response({ command_status: refusal }));
      return;
    }
    messageNo += 1;
    const id = messageNo.toString(16).padStart(8, '0');
    if (misbehaviour === 'break_connection') session.destroy();
    else if (misbehaviour !== 'lose_response' && misbehaviour !== 'silent')
      session.send(pdu.response({ message_id: id }));
    if (misbehaviour !== 'never_deliver')
      carry(pdu, id, join(pdu.destination_addr, partHeader(pdu), textOf(pdu)));
  }

  /** To the phone, when it is on; a text in parts is read when the last one is there. */
  function carry(pdu: PDU, id: string, text: string | undefined): void {
    const number = e164(pdu);
    const dead = number.endsWith(DEAD_ENDING);
    const arrive = () => {
      if (text !== undefined && !dead) {
        world.keepMessage(number, { from: pdu.source_addr, to: number, direction: 'received', text });
      }
      if (pdu.registered_delivery & 1) setTimeout(() => sendReceipt(pdu, id, dead), RECEIPT_MS);
    };
    if (world.phone(number).on || dead) arrive();
    else waitingReceipts.set(number, [...(waitingReceipts.get(number) ?? []), arrive]);
  }

  function forget(session: Session): void {
    for (const [address, sessions] of bound)
      bound.set(
        address,
        sessions.filter((other) => other !== session),
      );
  }

  function sendReceipt(pdu: PDU, id: string, dead: boolean): void {
    for (const fields of receiptFields(ways.receipts(), id, dead)) {
      const addresses = { source_addr: pdu.destination_addr, destination_addr: pdu.source_addr };
      deliver(pdu.source_addr, { ...addresses, ...fields });
    }
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
    conduct: ways,
    outstandingMax: () => outstandingMax,
    boundCount: () => [...bound.values()].flat().length,
    writeFrom(number, to, text) {
      if (!accounts.some((account) => account.source_addr === to)) return false;
      world.keepMessage(number, { from: number, to, direction: 'sent', text });
      reference += 1;
      for (const part of textParts(text, reference)) {
        deliver(to, { ...sourceOf(number), destination_addr: to, ...part });
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

function textOf({ short_message, message_payload }: PDU): string {
  const payload = message_payload?.message ?? '';
  const message = payload.length > 0 ? payload : (short_message?.message ?? '');
  return message.toString();
}

/** A Korean number as it is dialled at home; another one whole, and said to be. */
function sourceOf(number: string): Record<string, unknown> {
  return number.startsWith('+82')
    ? { source_addr: number.replace('+82', '0') }
    : {
        source_addr: number.replace('+', ''),
        ...(number.startsWith('+') ? { source_addr_ton: INTERNATIONAL } : {}),
      };
}

function e164({ destination_addr, dest_addr_ton }: PDU): string {
  if (dest_addr_ton === INTERNATIONAL) return `+${destination_addr.replace('+', '')}`;
  const parsed = parsePhone(destination_addr);
  return parsed.ok ? parsed.e164 : destination_addr;
}
