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
  /** The header by which a mail program offers to unsubscribe. */
  list_unsubscribe?: string;
};

const KEPT_MAX = 500;
/** No number ends in this; messages and calls to one that does fail. */
export const DEAD_ENDING = '9999';

export type Phone = { on: boolean; messages: PhoneMessage[]; read_until: string };

/** The demo's phones and mailboxes, and the messages that reached them, newest last. All of it is in memory. */
export class OutsideWorld {
  /** Emits the number or address whose phone, call or mailbox changed. */
  readonly changes = new EventEmitter<{ phone: [string]; call: [string]; mailbox: [string] }>();
  readonly #phones = new Map<string, Phone>();
  readonly #mailboxes = new Map<string, ReceivedMail[]>();
  readonly #mailReadUntil = new Map<string, string>();

  phone(number: string): Phone {
    let phone = this.#phones.get(number);
    if (phone === undefined) {
      phone = { on: true, messages: [], read_until: '' };
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

  mailAddresses(): string[] {
    return [...this.#mailboxes.keys()].sort();
  }

  switchPhone(number: string, on: boolean): void {
    this.phone(number).on = on;
    this.changes.emit('phone', number);
  }

  /** How many messages arrived after the last one that was read; ids sort by time. */
  unread(number: string): number {
    const { messages, read_until } = this.phone(number);
    return messages.filter(({ direction, message_id }) => direction === 'received' && message_id > read_until)
      .length;
  }

  /** Marks a phone's messages as read up to this one. */
  readMessages(number: string, until: string): void {
    const phone = this.phone(number);
    if (until <= phone.read_until) return;
    phone.read_until = until;
    this.changes.emit('phone', number);
  }

  unreadMails(address: string): number {
    const until = this.#mailReadUntil.get(address.toLowerCase()) ?? '';
    return this.mailbox(address).filter(({ mail_id }) => mail_id > until).length;
  }

  readMails(address: string, until: string): void {
    const key = address.toLowerCase();
    if (until <= (this.#mailReadUntil.get(key) ?? '')) return;
    this.#mailReadUntil.set(key, until);
    this.changes.emit('mailbox', key);
  }

  keepMessage(number: string, message: Omit<PhoneMessage, 'message_id' | 'at'>): PhoneMessage {
    const kept = { message_id: newId(), at: new Date().toISOString(), ...message };
    append(this.phone(number).messages, kept);
    this.changes.emit('phone', number);
    return kept;
  }

  keepMail(mail: Omit<ReceivedMail, 'mail_id' | 'at'>): void {
    append(this.mailbox(mail.to), { mail_id: newId(), at: new Date().toISOString(), ...mail });
    this.changes.emit('mailbox', mail.to.toLowerCase());
  }
}

function append<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > KEPT_MAX) list.shift();
}
