import { parseCsv } from '../../../kit/csv.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { CarrierContext } from '../context.ts';

/** The columns that a file may have, with a check of each cell. */
const COLUMNS = {
  phone_number: (cell: string) => /^\+[1-9][0-9]{4,14}$/.test(cell),
  name: isText,
  given_name: isText,
  family_name: isText,
  birthdate: isDay,
  gender: (cell: string) => ['MALE', 'FEMALE', 'OTHER'].includes(cell),
  email: isText,
  address: isText,
  postal_code: isText,
  locality: isText,
  country: (cell: string) => /^[A-Z]{2}$/.test(cell),
  activated_on: isDay,
  latest_sim_change: isInstant,
} satisfies Record<string, (cell: string) => boolean>;
const NAMES = Object.keys(COLUMNS);
const REQUIRED = ['phone_number', 'name', 'activated_on'];
const ERRORS_SHOWN_MAX = 100;

type LineError = {
  line: number;
  column: string | null;
  code: 'missing' | 'invalid' | 'duplicate' | 'cell_count';
};

export const IMPORT_SUBSCRIBERS_REFUSALS = refusals(
  'import_refused', // with line, column and code of the first hundred errors
);

/**
 * Imports subscribers from CSV (RFC 4180; the first line names the columns, in any order). Either all lines are imported
 * or, if any has an error, none; importing the same file twice changes nothing.
 */
export async function importSubscribers(
  { clock }: Pick<CarrierContext, 'clock'>,
  executor: Executor,
  csv: string,
): Promise<
  Result<{ lines: number; added: number; changed: number }, RefusalOf<typeof IMPORT_SUBSCRIBERS_REFUSALS>>
> {
  const [heading, ...lines] = parseCsv(csv);
  const header = heading?.cells.map((cell) => cell.trim()) ?? [];
  const rows = lines.map(({ line, cells }) => ({
    line,
    cells: cells.length,
    row: Object.fromEntries(
      NAMES.map((name) => [name, cells[header.indexOf(name)]?.trim().normalize('NFC') || null]),
    ),
  }));
  const errors: LineError[] = REQUIRED.filter((column) => !header.includes(column)).map((column) => ({
    line: heading?.line ?? 1,
    column,
    code: 'missing',
  }));
  const seen = new Set<string | null | undefined>();
  for (const { line, cells, row } of errors.length > 0 ? [] : rows) {
    if (cells !== header.length) errors.push({ line, column: null, code: 'cell_count' });
    else if (seen.has(row.phone_number)) errors.push({ line, column: 'phone_number', code: 'duplicate' });
    else errors.push(...errorsOf(row).map((error) => ({ line, ...error })));
    seen.add(row.phone_number);
  }
  if (errors.length > 0) {
    return refuse('import_refused', {
      errors_total: errors.length,
      errors: errors.slice(0, ERRORS_SHOWN_MAX),
    });
  }
  const columns = sql.join(NAMES.map((name) => sql.ref(name)));
  const updatable = NAMES.filter((name) => name !== 'phone_number');
  const imported = sql.join(updatable.map((name) => sql.ref(`excluded.${name}`)));
  const stored = sql.join(updatable.map((name) => sql.ref(`subscribers.${name}`)));
  // Ordered by number, so that concurrent imports lock rows in the same order.
  const result = await sql<{ added: bigint; changed: bigint }>`
    with upserted as (
      insert into subscribers (${columns}, imported_at)
      select ${columns}, ${clock()}::timestamptz
      from jsonb_populate_recordset(null::subscribers, ${JSON.stringify(rows.map(({ row }) => row))}::jsonb)
      order by phone_number
      on conflict (phone_number) do update set (${sql.join(updatable.map((name) => sql.ref(name)))}, imported_at)
        = row(${imported}, excluded.imported_at)
      where (${stored}) is distinct from (${imported})
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from upserted`.execute(
    executor,
  );
  const { added = 0n, changed = 0n } = result.rows[0] ?? {};
  return done({ lines: rows.length, added: Number(added), changed: Number(changed) });
}

function errorsOf(row: Readonly<Record<string, string | null>>): Omit<LineError, 'line'>[] {
  return Object.entries(COLUMNS).flatMap(([column, isValid]): Omit<LineError, 'line'>[] => {
    const cell = row[column] ?? null;
    if (cell === null) return REQUIRED.includes(column) ? [{ column, code: 'missing' }] : [];
    return isValid(cell) ? [] : [{ column, code: 'invalid' }];
  });
}

function isText(cell: string): boolean {
  return cell.length <= 300 && !/\p{Cc}/u.test(cell);
}

/** A date that exists, in ISO 8601. */
function isDay(cell: string): boolean {
  const at = new Date(`${cell}T00:00:00Z`);
  return (
    /^(19|20)\d\d-\d\d-\d\d$/.test(cell) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(cell)
  );
}

/** RFC 3339, with an offset. */
function isInstant(cell: string): boolean {
  const form = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
  return isDay(cell.slice(0, 10)) && form.test(cell);
}
