import { EventEmitter } from 'node:events';
import { newId } from '../kit/ids.ts';

export type PhoneMessage = {
  message_id: string;
  at: string;
  from: string;
  to: string;
  direction: 'received' | 'sent';
  text: string;
};
export type ReceivedMail = {
  mail_id: string;
  at: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** The header by which a mail program offers to be spared more of these. */
  list_unsubscribe?: string;
};

const KEPT_MAX = 500;

/** The phones and mailboxes of the demo: what reached them, newest last. It is the outside world, so memory is its place. */
export class OutsideWorld {
  readonly changes = new EventEmitter();
  readonly #phones = new Map<string, { on: boolean; messages: PhoneMessage[] }>();
  readonly #mailboxes = new Map<string, ReceivedMail[]>();

  phone(number: string): { on: boolean; messages: PhoneMessage[] } {
    let phone = this.#phones.get(number);
    if (phone === undefined) {
      phone = { on: true, messages: [] };
      this.#phones.set(number, phone);
    }
    return phone;
  }

  mailbox(address: string): ReceivedMail[] {
    const key = address.toLowerCase();
    let mails = this.#mailboxes.get(key);
    if (mails === undefined) {
      mails = [];
      this.#mailboxes.set(key, mails);
    }
    return mails;
  }

  phoneNumbers(): string[] {
    return [...this.#phones.keys()].sort();
  }

  keepMessage(number: string, message: Omit<PhoneMessage, 'message_id' | 'at'>): PhoneMessage {
    const kept = { message_id: newId(), at: new Date().toISOString(), ...message };
    append(this.phone(number).messages, kept);
    this.changes.emit('message', kept);
    return kept;
  }

  keepMail(mail: Omit<ReceivedMail, 'mail_id' | 'at'>): void {
    append(this.mailbox(mail.to), { mail_id: newId(), at: new Date().toISOString(), ...mail });
  }
}

function append<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > KEPT_MAX) list.shift();
}
