import { parseCsv } from '../../../kit/csv.ts';
import { type ListCells, readListLine } from '../../../kit/typed/list-line.ts';

/** A row of a list: the line that it stands on, as typed, and its cells or why the line has none. */
export type ListRow = { line: number; typed: string; cells: ListCells; problem?: RowProblem };
export type RowProblem = 'line_not_understood' | 'line_ambiguous';

const NOTHING: ListCells = { address: '', name: '', amount: '' };

/**
 * The rows of a pasted list: a line names a person, or several, with number or email address, name and amount in any
 * order, separated by commas, semicolons or tabs, as spreadsheets write them, or by spaces. A heading line is skipped.
 */
export function rowsOfText(text: string): ListRow[] {
  const rows = parseCsv(text).map(({ line, cells }) => ({ line, cells: splitCells(cells) }));
  const people = rows[0] !== undefined && isHeading(rows[0].cells) ? rows.slice(1) : rows;
  return people.flatMap(({ line, cells }): ListRow[] => {
    const typed = cells.join(', ');
    const read = readListLine(joinThousands(cells));
    return read.ok
      ? read.value.map((found) => ({ line, typed, cells: found }))
      : [{ line, typed, cells: NOTHING, problem: read.code }];
  });
}

/** Splits by a spreadsheet's tabs or semicolons where there are any, since commas may be inside amounts. */
function splitCells(cells: string[]): string[] {
  const whole = cells.join(',');
  const mark = ['\t', ';'].find((candidate) => whole.includes(candidate));
  const parts = mark === undefined ? cells : whole.split(mark);
  return parts.map((part) => part.normalize('NFKC').trim()).filter((part) => part !== '');
}

const HEADING =
  /번호|전화|휴대|연락처|이메일|메일|이름|성명|성함|금액|phone|mobile|name|mail|amount|number|電話|番号|名前|氏名|金額|メール|电话|手机|号码|姓名|金额|邮箱/i;

function isHeading(cells: string[]): boolean {
  return cells.every((cell) => !/[0-9@]/.test(cell)) && cells.some((cell) => HEADING.test(cell));
}

/** Rejoins amounts such as `50,000` that were split at their commas, because nobody quoted them. */
function joinThousands(cells: string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const continues =
      before !== undefined &&
      /(?:^|\s)\(?(?:[₩\\$]|krw)?\s*\d{1,3}(,\d{3})*$/i.test(before) &&
      /^\d{3}(?!\d|\S*@)/.test(cell);
    if (continues) joined[joined.length - 1] = `${before},${cell}`;
    else joined.push(cell);
  }
  return joined;
}
