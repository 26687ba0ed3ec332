import { sql } from 'kysely';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { CarrierContext } from '../context.ts';

const COLUMNS = [
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'birthdate',
  'gender',
  'email',
  'address',
  'postal_code',
  'locality',
  'country',
  'activated_on',
  'latest_sim_change',
] as const;

export type ImportReport = { imported: number; refused: { line: number; reason: string }[] };

/** Takes subscribers in from CSV (RFC 4180, first line names the columns). A line that can't be taken is told by its number. */
export async function importSubscribers(context: CarrierContext, csv: string): Promise<ImportReport> {
  const [header = [], ...lines] = parseCsv(csv);
  const report: ImportReport = { imported: 0, refused: [] };
  const missing = (['phone_number', 'name', 'activated_on'] as const).find((name) => !header.includes(name));
  if (missing !== undefined)
    return { imported: 0, refused: [{ line: 1, reason: `column ${missing} is missing` }] };
  await inTransaction(context.db, async (tx) => {
    for (const [index, fields] of lines.entries()) {
      const row = Object.fromEntries(
        COLUMNS.map((name) => [name, fields[header.indexOf(name)]?.trim() || null]),
      );
      const reason = whyNot(row);
      if (reason !== null) {
        report.refused.push({ line: index + 2, reason });
        continue;
      }
      await sql`
        insert into subscribers (${sql.join(COLUMNS.map((name) => sql.ref(name)))}, imported_at)
        values (${sql.join(COLUMNS.map((name) => row[name]))}, ${context.clock()})
        on conflict (phone_number) do update set
          ${sql.join(COLUMNS.slice(1).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))},
          imported_at = excluded.imported_at`.execute(tx);
      report.imported += 1;
    }
  });
  return report;
}

function whyNot(row: Readonly<Record<string, string | null>>): string | null {
  if (!/^\+[1-9][0-9]{4,14}$/.test(row.phone_number ?? '')) return 'phone_number is not E.164';
  if (row.name === null) return 'name is empty';
  if (Number.isNaN(Date.parse(row.activated_on ?? ''))) return 'activated_on is not a date';
  if (row.gender !== null && !['MALE', 'FEMALE', 'OTHER'].includes(row.gender ?? ''))
    return 'gender is not known';
  return null;
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}
