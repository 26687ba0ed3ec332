import { type DeliveryState, OPTED_OUT } from '../port.ts';

/*
 * Twilio's error codes (https://www.twilio.com/docs/api/errors) and a message's statuses
 * (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values).
 */

/** The text is fine, and Twilio certainly did not take it. */
const NOT_ABOUT_THE_TEXT: ReadonlyMap<number, string> = new Map([
  [20003, 'provider_refused_us'],
  [20005, 'provider_refused_us'],
  [20429, 'throttled'],
  [14107, 'throttled'],
  [21212, 'sender_refused'],
  [21408, 'country_not_permitted'],
  [21603, 'sender_refused'],
  [21606, 'sender_refused'],
  [21611, 'throttled'],
  [21612, 'country_not_permitted'],
  [21659, 'sender_refused'],
  [21701, 'sender_refused'],
  [21703, 'sender_refused'],
  [30001, 'throttled'],
  [30002, 'provider_refused_us'],
]);
/** The person has replied STOP to this number. */
const UNSUBSCRIBED = 21610;

export function refusalOf(code: number): { kind: 'refused' | 'not_sent'; reason: string } {
  const reason = NOT_ABOUT_THE_TEXT.get(code);
  if (reason !== undefined) return { kind: 'not_sent', reason };
  return { kind: 'refused', reason: code === UNSUBSCRIBED ? OPTED_OUT : `twilio_${code}` };
}

const STATES: Readonly<Record<string, DeliveryState>> = {
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undeliverable',
  failed: 'undeliverable',
  canceled: 'rejected',
  partially_delivered: 'unknown',
};

/** Null while the text is on its way: `sent` means that the network has it. */
export function stateOf(status: string): DeliveryState | null {
  return STATES[status] ?? null;
}
