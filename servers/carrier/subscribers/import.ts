import { type CsvError, readCsvTable } from '../../../kit/csv-table.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseDay } from '../../../kit/typed/day.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { CarrierContext } from '../context.ts';

type Column = {
  headings: readonly string[];
  required?: boolean;
  /** The one form of a cell; null if it can't be what the column is. */
  read: (cell: string) => string | null;
};

/** The columns that a file may have, by our names or by those that people give them. */
const COLUMNS = {
  phone_number: {
    headings: [
      'phone',
      'mobile',
      '전화번호',
      '휴대폰',
      '휴대폰번호',
      '휴대전화',
      '휴대전화번호',
      '핸드폰',
      '연락처',
    ],
    required: true,
    read: (cell) => {
      const phone = parsePhone(cell);
      return phone.ok ? phone.e164 : null;
    },
  },
  name: { headings: ['full name', '이름', '성명', '고객명', '가입자명'], required: true, read: personName },
  given_name: { headings: ['first name', '이름만'], read: personName },
  family_name: { headings: ['last name', 'surname', '성', '성씨'], read: personName },
  birthdate: { headings: ['date of birth', '생년월일', '생일'], read: day },
  gender: { headings: ['sex', '성별'], read: (cell) => GENDERS[cell] ?? null },
  email: { headings: ['mail', '이메일', '메일', '이메일주소', '전자우편'], read: text },
  address: { headings: ['주소'], read: text },
  postal_code: { headings: ['zip code', 'postcode', '우편번호'], read: text },
  locality: { headings: ['city', '시', '도시'], read: text },
  country: { headings: ['국가', '국가코드'], read: (cell) => (/^[A-Z]{2}$/.test(cell) ? cell : null) },
  activated_on: {
    headings: ['activation date', '개통일', '개통일자', '가입일', '가입일자'],
    required: true,
    read: day,
  },
  latest_sim_change: {
    headings: ['유심변경일시', '최근유심변경', '유심변경'],
    read: (cell) => (isInstant(cell) ? cell : null),
  },
} satisfies Record<string, Column>;
type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];
const GENDERS: Readonly<Record<string, string>> = {
  ...{ MALE: 'MALE', FEMALE: 'FEMALE', OTHER: 'OTHER' },
  ...{ 남: 'MALE', 남자: 'MALE', 남성: 'MALE', 여: 'FEMALE', 여자: 'FEMALE', 여성: 'FEMALE' },
};
const ERRORS_SHOWN_MAX = 100;

type LineError =
  | CsvError<ColumnName>
  | { line: number; column: ColumnName; code: 'missing' | 'invalid' | 'duplicate' };

export const IMPORT_SUBSCRIBERS_REFUSALS = refusals(
  'import_refused', // with line, column and code of the first hundred errors
);

/**
 * Imports subscribers from CSV; the first line names the columns, in any order. Either all lines are imported
 * or, if any has an error, none; importing the same file twice changes nothing.
 */
export async function importSubscribers(
  { clock }: Pick<CarrierContext, 'clock'>,
  executor: Executor,
  csv: string,
): Promise<
  Result<{ lines: number; added: number; changed: number }, RefusalOf<typeof IMPORT_SUBSCRIBERS_REFUSALS>>
> {
  const table = readCsvTable(csv, COLUMNS);
  const errors: LineError[] = [...table.errors];
  const rows: Partial<Record<ColumnName, string>>[] = [];
  const seen = new Set<string | undefined>();
  for (const { line, cells } of table.rows) {
    const read = readRow(cells);
    const { phone_number } = read.row;
    if (phone_number !== undefined && seen.has(phone_number))
      errors.push({ line, column: 'phone_number', code: 'duplicate' });
    else errors.push(...read.errors.map((error) => ({ line, ...error })));
    seen.add(phone_number);
    rows.push(read.row);
  }
  if (errors.length > 0) {
    return refuse('import_refused', {
      errors_total: errors.length,
      errors: errors.toSorted((a, b) => a.line - b.line).slice(0, ERRORS_SHOWN_MAX),
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
      from jsonb_populate_recordset(null::subscribers, ${JSON.stringify(rows)}::jsonb)
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

function readRow(cells: Partial<Record<ColumnName, string>>): {
  row: Partial<Record<ColumnName, string>>;
  errors: { column: ColumnName; code: 'missing' | 'invalid' }[];
} {
  const row: Partial<Record<ColumnName, string>> = {};
  const errors: { column: ColumnName; code: 'missing' | 'invalid' }[] = [];
  for (const name of NAMES) {
    const column: Column = COLUMNS[name];
    const cell = cells[name];
    const value = cell === undefined ? undefined : column.read(cell);
    if (typeof value === 'string') row[name] = value;
    else if (value === null) errors.push({ column: name, code: 'invalid' });
    else if (column.required === true) errors.push({ column: name, code: 'missing' });
  }
  return { row, errors };
}

function personName(cell: string): string | null {
  const name = parseName(cell);
  return name.ok ? name.value : null;
}

function text(cell: string): string | null {
  return cell.length <= 300 && !/\p{Cc}/u.test(cell) ? cell : null;
}

function day(cell: string): string | null {
  const parsed = parseDay(cell);
  return parsed.ok ? parsed.value : null;
}

/** RFC 3339, with an offset. */
function isInstant(cell: string): boolean {
  const form = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
  return parseDay(cell.slice(0, 10)).ok && form.test(cell);
}
