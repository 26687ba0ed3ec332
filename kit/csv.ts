import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** `line` is the line of the file on which the row begins. */
export type CsvRow = { line: number; cells: string[] };

/**
 * Reads comma-separated values (RFC 4180), with any line ending and with or without the byte order mark that
 * spreadsheets add. Blank rows are skipped. Nothing is thrown: rows may differ in length, a stray quote is an ordinary
 * character, and an unclosed quote takes in the rest of the file, so that its row fails the caller's checks instead of
 * being dropped.
 */
export function parseCsv(text: string, delimiter = ','): CsvRow[] {
  try {
    return parseRows(text, delimiter);
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      return parseRows(`${text}"`, delimiter);
    throw error;
  }
}

function parseRows(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  parse(text, {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record(cells: string[], { lines }) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
      line = lines + 1;
      return null;
    },
  });
  return rows;
}

/** Whether the text has more lines than that, blank ones left out. It is far quicker than to parse them. */
export function hasMoreLinesThan(max: number, text: string): boolean {
  let lines = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (match[0].trim() !== '') lines++;
    if (lines > max) return true;
  }
  return false;
}

/** What a CSV file starts with, so that spreadsheets read it as UTF-8. */
export const CSV_START = '\uFEFF';

/**
 * Rows as comma-separated values (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front:
 * names and references are chosen by people, and a formula can send the cells beside it elsewhere.
 */
export function formatCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([...rows], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    // The library's guard leaves out the line feed, which OWASP's list of formula starts has.
    cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
  });
}
