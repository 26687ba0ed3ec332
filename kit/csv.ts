export type CsvRow = { line: number; cells: string[] };

/**
 * Reads comma-separated values (RFC 4180): quoted cells may hold commas, quotes (doubled) and line breaks. Lines end
 * with LF or CRLF; a byte order mark, as spreadsheets write it, and empty lines are passed over.
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedAt = 1;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((value) => value.trim() !== '')) rows.push({ line: startedAt, cells });
    cells = [];
    startedAt = line;
  };
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',') endCell();
    else if (char === '\n') endRow();
    else cell += char;
  }
  endRow();
  return rows;
}

/** What a file of `csvLine`s begins with, so that spreadsheets read it as UTF-8. */
export const CSV_START = '\uFEFF';

/**
 * One line of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in
 * front: names and references are chosen by people, and a formula sends away what stands beside it.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
