import type { Finding } from '../record/checks.ts';
import type { RecordReader } from '../record/record.ts';
import type { Books } from './books.ts';
import type { Effects } from './effects.ts';

/**
 * What each certificate should have left: what was ordered, less what the clients were told was used, more what they were told
 * was reversed. Of what nobody knows of, the books say whether it happened; that it did so once is judged elsewhere.
 */
export async function judgeReckoning(
  record: RecordReader,
  effects: Effects,
  { shop }: Books,
): Promise<Finding[]> {
  const moved = new Map<string, number>();
  const certificateOf = new Map<string, string>();
  const move = (certificate: string, amount: number) =>
    moved.set(certificate, (moved.get(certificate) ?? 0) + amount);
  const holdOf = new Map<string, string>();
  for (const op of record.of('hold')) holdOf.set(op.id, String(op.about.certificate_id));

  for (const op of record.of('sale')) {
    const rows = effects.usesBy.get(op.id) ?? [];
    const lines = op.about.lines as { certificate_id: string; amount_minor: number }[];
    const happened = op.outcome === 'done' || (op.outcome === 'unknown' && rows.length > 0);
    if (happened) for (const line of lines) move(line.certificate_id, -line.amount_minor);
    const told = (op.said?.lines ?? []) as { redemption_id: string; certificate_id: string }[];
    if (op.outcome === 'done')
      for (const line of told) certificateOf.set(line.redemption_id, line.certificate_id);
  }
  for (const op of record.of('capture_hold')) {
    const certificate = holdOf.get(String(op.about.sale)) ?? '';
    const rows = effects.usesBy.get(String(op.about.sale)) ?? [];
    if (op.outcome === 'done' || (op.outcome === 'unknown' && rows.length > 0))
      move(certificate, -Number(op.about.amount));
    if (op.outcome === 'done') certificateOf.set(String(op.said?.redemption_id), certificate);
  }
  for (const op of record.of('reverse')) {
    const redemption = String(op.about.redemption_id);
    const rows = effects.reversalsOf.get(redemption) ?? [];
    if (op.outcome === 'done' || (op.outcome === 'unknown' && rows.length > 0))
      move(certificateOf.get(redemption) ?? '', Number(op.about.amount));
  }

  const found: Finding[] = [];
  const certificates = await shop.rows(
    `select certificate_id::text, state, amount_minor, balance_minor, entry_no
     from certificates join certificate_balances using (certificate_id)`,
  );
  for (const { certificate_id, state, amount_minor, balance_minor } of certificates) {
    const id = String(certificate_id);
    const isOver = state === 'cancelled' || state === 'expired';
    const expected = isOver ? 0 : Number(amount_minor) + (moved.get(id) ?? 0);
    moved.delete(id);
    if (Number(balance_minor) !== expected)
      found.push({
        check: 'reckoning',
        about: `certificate ${id} (${state}) has ${balance_minor}, not ${expected}`,
      });
  }
  for (const [id, amount] of moved)
    if (amount !== 0)
      found.push({ check: 'reckoning', about: `certificate ${id} is gone; ${amount} was moved` });
  return found;
}
