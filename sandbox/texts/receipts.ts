import type { ReceiptStyle } from './behaviour.ts';

const DELIVERY_RECEIPT = 4;
const INTERMEDIATE = 0x20;

/** The notifications that report the outcome of a message, one or more. */
export function receiptFields(
  style: ReceiptStyle,
  id: string,
  isUndeliverable: boolean,
): Record<string, unknown>[] {
  const date = new Date().toISOString().replace(/\D/g, '').slice(2, 12);
  const report = (shownId: string, stat: string, dlvrd: string) =>
    `id:${shownId} sub:001 dlvrd:${dlvrd} submit date:${date} done date:${date} stat:${stat} err:000 text:`;
  const [stat, dlvrd] = isUndeliverable ? ['UNDELIV', '000'] : ['DELIVRD', '001'];
  const esm_class = DELIVERY_RECEIPT;
  switch (style) {
    case 'parameters':
      return [
        {
          ...{ esm_class, receipted_message_id: id, message_state: isUndeliverable ? 5 : 2 },
          short_message: report(id, stat, dlvrd),
        },
      ];
    case 'text':
      return [{ esm_class, short_message: report(id.toUpperCase(), stat, dlvrd) }];
    case 'text_decimal':
      return [
        { esm_class, short_message: report(String(Number.parseInt(id, 16)).padStart(10, '0'), stat, dlvrd) },
      ];
    case 'text_with_notes':
      return [
        { esm_class: INTERMEDIATE, short_message: report(id, 'ENROUTE', '000') },
        { esm_class, short_message: report(id, 'ACCEPTD', '000') },
        {
          esm_class,
          short_message: report(id, stat, dlvrd).replace('id:', 'Id: ').replace('stat:', 'Stat: '),
        },
      ];
  }
}
