import smpp, { type PDU, type Session } from 'smpp';
import { partHeader, partJoiner, textParts } from '../../kit/texts/text-parts.ts';
import { parsePhone } from '../../kit/typed/phone.ts';
import { DEAD_ENDING, type OutsideWorld } from '../outside-world.ts';
import { type Behaviour, createBehaviour, type Misbehaviour } from './behaviour.ts';
import { Connections } from './connections.ts';
import { receiptFields } from './receipts.ts';

export type SmscAccount = { system_id: string; password: string; source_addr: string };

const RECEIPT_MS = 100;
const INTERNATIONAL = 1;

const ERRORS: Partial<Record<Misbehaviour, number>> = {
  throttle: smpp.ESME_RTHROTTLED,
  queue_full: smpp.ESME_RMSGQFUL,
  reject: smpp.ESME_RINVDSTADR,
  trouble: smpp.ESME_RSYSERR,
};

/** A text message provider like real ones: SMPP 3.4, long messages, UCS-2, receipts, messages from phones. */
export class Smsc {
  readonly behaviour: Behaviour;
  readonly #world: OutsideWorld;
  readonly #accounts: readonly SmscAccount[];
  readonly #connections = new Connections();
  readonly #server: ReturnType<typeof smpp.createServer>;
  /** Messages that wait for their phone to be switched on. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #messageNo = 0;
  #reference = 0;
  #outstanding = 0;
  #outstandingMax = 0;

  constructor(world: OutsideWorld, accounts: readonly SmscAccount[]) {
    this.#world = world;
    this.#accounts = accounts;
    this.#server = smpp.createServer({}, (session) => this.#serve(session));
    this.behaviour = createBehaviour(() => this.#disconnectAll());
  }

  async listen(port: number, host: string): Promise<void> {
    await new Promise<void>((listening, failed) => {
      this.#server.once('error', failed);
      this.#server.listen(port, host, () => listening());
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The provider is not listening.');
    return address.port;
  }

  /** The most messages so far that were unanswered at the same time. */
  outstandingMax(): number {
    return this.#outstandingMax;
  }

  /** How many connections are bound. */
  boundCount(): number {
    return this.#connections.count();
  }

  /** Sends a text from a phone to an account's number; false if no account has that number. */
  writeFrom(number: string, to: string, text: string): boolean {
    if (!this.#accounts.some((account) => account.source_addr === to)) return false;
    this.#world.keepMessage(number, { from: number, to, direction: 'sent', text });
    this.#reference += 1;
    for (const part of textParts(text, this.#reference))
      this.#connections.deliver(to, { ...sourceOf(number), destination_addr: to, ...part });
    return true;
  }

  /** Delivers the messages that waited for the phone to be switched on. */
  switchedOn(number: string): void {
    for (const arrive of this.#waiting.get(number) ?? []) arrive();
    this.#waiting.delete(number);
  }

  async close(): Promise<void> {
    this.#connections.close();
    this.#disconnectAll();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #disconnectAll(): void {
    for (const session of this.#server.sessions) session.destroy();
  }

  #serve(session: Session): void {
    const join = partJoiner();
    let account: SmscAccount | undefined;
    session.setMaxListeners(0);
    session.on('error', () => {});
    session.on('close', () => this.#connections.remove(session));
    session.on('enquire_link', (pdu: PDU) => {
      if (!this.behaviour.is('silent')) session.send(pdu.response());
    });
    session.on('unbind', (pdu: PDU) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('bind_transceiver', (pdu: PDU) => {
      if (this.behaviour.is('silent')) return;
      account = this.behaviour.is('away') ? undefined : this.#accountOf(pdu);
      session.send(pdu.response({ command_status: account ? smpp.ESME_ROK : smpp.ESME_RBINDFAIL }));
      if (account) this.#connections.add(account.source_addr, session);
    });
    session.on('submit_sm', (pdu: PDU) => {
      this.#outstanding += 1;
      this.#outstandingMax = Math.max(this.#outstandingMax, this.#outstanding);
      setTimeout(() => {
        this.#outstanding -= 1;
        if (account === undefined) session.send(pdu.response({ command_status: smpp.ESME_RBINDFAIL }));
        else this.#submit(session, pdu, join);
      }, this.behaviour.state().answer_ms);
    });
  }

  #accountOf(pdu: PDU): SmscAccount | undefined {
    return this.#accounts.find(
      ({ system_id, password }) => system_id === pdu.system_id && password === pdu.password,
    );
  }

  #submit(session: Session, pdu: PDU, join: ReturnType<typeof partJoiner>): void {
    const misbehaviour = this.behaviour.next();
    const error = ERRORS[misbehaviour];
    if (error !== undefined) {
      session.send(pdu.response({ command_status: error }));
      return;
    }
    this.#messageNo += 1;
    const id = this.#messageNo.toString(16).padStart(8, '0');
    if (misbehaviour === 'break_connection') session.destroy();
    else if (misbehaviour !== 'lose_response' && misbehaviour !== 'silent')
      session.send(pdu.response({ message_id: id }));
    if (misbehaviour !== 'never_deliver')
      this.#carry(pdu, id, join(pdu.destination_addr, partHeader(pdu), textOf(pdu)));
  }

  /** Delivers to the phone once it is on. A text in parts is shown with its last part; until then `text` is undefined. */
  #carry(pdu: PDU, id: string, text: string | undefined): void {
    const number = e164(pdu);
    const isDead = number.endsWith(DEAD_ENDING);
    const arrive = () => {
      if (text !== undefined && !isDead)
        this.#world.keepMessage(number, { from: pdu.source_addr, to: number, direction: 'received', text });
      if (pdu.registered_delivery & 1) setTimeout(() => this.#sendReceipt(pdu, id, isDead), RECEIPT_MS);
    };
    if (this.#world.phone(number).on || isDead) arrive();
    else this.#waiting.set(number, [...(this.#waiting.get(number) ?? []), arrive]);
  }

  #sendReceipt(pdu: PDU, id: string, isUndeliverable: boolean): void {
    const addresses = { source_addr: pdu.destination_addr, destination_addr: pdu.source_addr };
    for (const fields of receiptFields(this.behaviour.state().receipts, id, isUndeliverable))
      this.#connections.deliver(pdu.source_addr, { ...addresses, ...fields });
  }
}

function textOf({ short_message, message_payload }: PDU): string {
  const payload = message_payload?.message ?? '';
  const message = payload.length > 0 ? payload : (short_message?.message ?? '');
  return message.toString();
}

/** Korean numbers in national format, others in international format and marked so. */
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
