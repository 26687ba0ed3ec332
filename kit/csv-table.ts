import { type CsvRow, parseCsv } from './csv.ts';

/** A column that a file may have: its other headings, and whether a file without it is refused. */
export type CsvColumn = { headings?: readonly string[]; required?: boolean };

/** What is wrong with a file, and where. `column` is null if it is the whole line. */
export type CsvError<Column extends string> = {
  line: number;
  column: Column | null;
  code: 'missing' | 'repeated' | 'cell_count';
};

export type CsvTable<Column extends string> = {
  rows: { line: number; cells: Partial<Record<Column, string>> }[];
  errors: CsvError<Column>[];
};

/** Commas by the standard; semicolons where the comma is decimal; tabs as spreadsheets copy. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads a file whose first line names its columns, in any order and in the words of its country, as spreadsheets save it:
 * with any usual delimiter (or named by a line `sep=;`), and with numbers kept as text by `="010…"` or an apostrophe.
 * Columns that nobody asked for are left out. Empty cells are missing.
 */
export function readCsvTable<Column extends string>(
  text: string,
  columns: Readonly<Record<Column, CsvColumn>>,
): CsvTable<Column> {
  const names = Object.keys(columns) as Column[];
  const columnOf = (cell: string) =>
    names.find((name) => isHeading(cell, [name, ...(columns[name].headings ?? [])]));
  const found = ({ cells }: CsvRow) => cells.map((cell) => columnOf(cell));
  const known = (rows: readonly CsvRow[]) =>
    rows[0] === undefined ? 0 : found(rows[0]).filter((column) => column !== undefined).length;
  const { delimiter, rest, line: before } = namedDelimiter(text);
  const tables = (delimiter === undefined ? DELIMITERS : [delimiter]).map((sign) => parseCsv(rest, sign));
  const [heading, ...rows] = tables.toSorted((a, b) => known(b) - known(a))[0] ?? [];
  const line = (heading?.line ?? 1) + before;
  const places = heading === undefined ? [] : found(heading);
  const errors: CsvError<Column>[] = names.flatMap((column): CsvError<Column>[] => {
    const times = places.filter((place) => place === column).length;
    if (times > 1) return [{ line, column, code: 'repeated' }];
    return times === 0 && columns[column].required === true ? [{ line, column, code: 'missing' }] : [];
  });
  if (errors.length > 0) return { rows: [], errors };
  const table: CsvTable<Column> = { rows: [], errors };
  for (const row of rows) {
    const at = row.line + before;
    if (row.cells.length === places.length) table.rows.push({ line: at, cells: cellsOf(row, places) });
    else errors.push({ line: at, column: null, code: 'cell_count' });
  }
  return table;
}

function cellsOf<Column extends string>(
  { cells }: CsvRow,
  places: readonly (Column | undefined)[],
): Partial<Record<Column, string>> {
  const named: Partial<Record<Column, string>> = {};
  for (const [at, column] of places.entries()) {
    const cell = plainText(cells[at] ?? '');
    if (column !== undefined && cell !== '') named[column] = cell;
  }
  return named;
}

/** What a spreadsheet shows of a cell that keeps a number's zeros or signs as text. */
function plainText(cell: string): string {
  const text = cell.trim().normalize('NFC');
  return (/^="(.*)"$/s.exec(text)?.[1] ?? text.replace(/^'(?=[-=+@－＝＋＠0-9])/, '')).trim();
}

function isHeading(cell: string, headings: readonly string[]): boolean {
  return headings.some((heading) => headingKey(heading) === headingKey(plainText(cell)));
}

function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*().-]/g, '');
}

/** The line `sep=;` that some spreadsheets need; it is no row. */
function namedDelimiter(text: string): { delimiter?: string; rest: string; line: number } {
  const [whole = '', delimiter] = /^\ufeff?"?sep=(.)"?[,;\t]*(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
  return delimiter === undefined
    ? { rest: text, line: 0 }
    : { delimiter, rest: text.slice(whole.length), line: 1 };
}
