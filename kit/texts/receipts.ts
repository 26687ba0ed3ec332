import type { PDU } from 'smpp';

export type DeliveryState = 'delivered' | 'undeliverable' | 'expired' | 'rejected' | 'unknown';

export type Receipt = { provider_message_id: string; state: DeliveryState };

/**
 * How a provider writes a message's id in its receipts: as in its response to the submission, or, which is met as
 * well, in decimal what it answered in hexadecimal, or the other way round.
 */
export type ReceiptIds = 'same' | 'decimal' | 'hexadecimal';

const DELIVERY_RECEIPT = 0x04;
const MESSAGE_TYPE = 0x3c;

/** By the numbers of SMPP 3.4, 5.2.28, and by the words of appendix B; null is not the end of it yet. */
const STATES: Readonly<Record<string, DeliveryState | null>> = {
  '0': null, // SCHEDULED, of SMPP 5
  '1': null,
  '2': 'delivered',
  '3': 'expired',
  '4': 'undeliverable',
  '5': 'undeliverable',
  '6': null,
  '7': 'unknown',
  '8': 'rejected',
  '9': 'undeliverable', // SKIPPED, of SMPP 5
  ENROUTE: null,
  SCHEDUL: null,
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'undeliverable',
  UNDELIV: 'undeliverable',
  ACCEPTD: null,
  UNKNOWN: 'unknown',
  REJECTD: 'rejected',
  SKIPPED: 'undeliverable',
};

/** Whether a message that was delivered to us tells of one of ours: by its class, or, from some providers, by its id alone. */
export function isReport(pdu: PDU): boolean {
  return (pdu.esm_class & MESSAGE_TYPE) !== 0 || pdu.receipted_message_id !== undefined;
}

/**
 * The end of a message, by the receipt's parameters (SMPP 3.4, 5.3.2.12 and 5.3.2.35) or by its text, in all the ways
 * in which it is written. Undefined where it is not the end, or not about a message: notes on the way, and what
 * phones themselves say.
 */
export function receiptOf(pdu: PDU, text: string, ids: ReceiptIds): Receipt | undefined {
  const type = pdu.esm_class & MESSAGE_TYPE;
  if (type !== 0 && type !== DELIVERY_RECEIPT) return undefined;
  const inParameter = pdu.receipted_message_id?.toString().replace(/\0+$/, '');
  const inText = /\bid\s*:\s*([^\s:]+)/i.exec(text)?.[1];
  const word = /\bstat\s*:\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase().slice(0, 7);
  const state = STATES[pdu.message_state?.toString() ?? word ?? ''];
  if (state === null) return undefined;
  // The parameter repeats the response's id; only the text writes it in a base of its own.
  const id = inParameter ? plainId(inParameter) : inText ? idOfText(inText, ids) : undefined;
  return id === undefined ? undefined : { provider_message_id: id, state: state ?? 'unknown' };
}

/** An id as it is compared: without what only pads a number, and in lower case if it is one. */
export function plainId(id: string): string {
  return /^[0-9a-f]+$/i.test(id) ? id.toLowerCase().replace(/^0+(?=.)/, '') : id;
}

function idOfText(id: string, ids: ReceiptIds): string {
  if (ids === 'decimal' && /^[0-9]+$/.test(id)) return BigInt(id).toString(16);
  if (ids === 'hexadecimal' && /^[0-9a-f]+$/i.test(id)) return BigInt(`0x${id}`).toString();
  return plainId(id);
}
