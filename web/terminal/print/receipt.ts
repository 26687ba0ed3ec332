/** A part of a receipt, in printing order. */
export type ReceiptPart =
  | { kind: 'title' | 'text' | 'small'; text: string }
  | ReceiptRow
  | { kind: 'rule' }
  | ReceiptCode;

export type ReceiptRow = { kind: 'row' | 'total'; label: string; value: string };
export type ReceiptCode = { kind: 'code128' | 'qrcode'; text: string; shown?: string };

export type Receipt = readonly ReceiptPart[];
