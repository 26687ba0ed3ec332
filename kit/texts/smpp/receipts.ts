import type { PDU } from 'smpp';
import type { DeliveryState, Receipt } from '../port.ts';

/**
 * How a provider writes a message's id in its receipts: as in its response to the submission, or, as some do, in decimal
 * after a hexadecimal response, or the other way round.
 */
export type ReceiptIds = 'same' | 'decimal' | 'hexadecimal';

const DELIVERY_RECEIPT = 0x04;
const MESSAGE_TYPE = 0x3c;

/** The numbers of SMPP 3.4, 5.2.28, and the words of appendix B. Null is not a final state. */
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

/** Whether an incoming message is a report on one of ours, by its class or, from some providers, only by its id. */
export function isReport(pdu: PDU): boolean {
  return (pdu.esm_class & MESSAGE_TYPE) !== 0 || pdu.receipted_message_id !== undefined;
}

/**
 * A message's final state, from the receipt's parameters (SMPP 3.4, 5.3.2.12 and 5.3.2.35) or its text, in any common
 * format. Undefined for intermediate notifications and for acknowledgements by phones.
 */
export function receiptOf(pdu: PDU, text: string, ids: ReceiptIds): Receipt | undefined {
  const type = pdu.esm_class & MESSAGE_TYPE;
  if (type !== 0 && type !== DELIVERY_RECEIPT) return undefined;
  const inParameter = pdu.receipted_message_id?.toString().replace(/\0+$/, '');
  const inText = /\bid\s*:\s*([^\s:]+)/i.exec(text)?.[1];
  const word = /\bstat\s*:\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase().slice(0, 7);
  const state = STATES[pdu.message_state?.toString() ?? word ?? ''];
  if (state === null) return undefined;
  // The parameter repeats the response's id; only the text may use another base.
  const id = inParameter ? plainId(inParameter) : inText ? idOfText(inText, ids) : undefined;
  return id === undefined ? undefined : { provider_message_id: id, state: state ?? 'unknown' };
}

/** An id normalised for comparison: a number loses leading zeros and becomes lower case. */
export function plainId(id: string): string {
  return /^[0-9a-f]+$/i.test(id) ? id.toLowerCase().replace(/^0+(?=.)/, '') : id;
}

function idOfText(id: string, ids: ReceiptIds): string {
  if (ids === 'decimal' && /^[0-9]+$/.test(id)) return BigInt(id).toString(16);
  if (ids === 'hexadecimal' && /^[0-9a-f]+$/i.test(id)) return BigInt(`0x${id}`).toString();
  return plainId(id);
}
