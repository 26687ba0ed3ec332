import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { CSV_START, formatCsv } from '../csv.ts';

/** The answer of a route that exports a list. */
export const Csv = { content: { 'text/csv': { schema: Type.String() } } };

const PAGE_ROWS = 500;
/** Longer lists are exported in parts, by day, say. */
const EXPORT_ROWS_MAX = 100_000;

export type Page = { before?: string; limit: number };
/** What stands in each column, under its heading. */
export type CsvColumns<Row> = { readonly [Head: string]: (row: Row) => string | number | null | undefined };

/**
 * A list as CSV, page by page, so that a file of any length needs the memory of one page. After `max` rows a last line says
 * that there are more.
 */
export async function* csvOf<Row>(
  columns: CsvColumns<Row>,
  find: (page: Page) => Promise<Row[]>,
  cursorOf: (row: Row) => string,
  max = EXPORT_ROWS_MAX,
): AsyncGenerator<string> {
  yield CSV_START + formatCsv([Object.keys(columns)]);
  let page: Page = { limit: PAGE_ROWS };
  for (let rows = 0; ; ) {
    const found = await find(page);
    const shown = found.slice(0, max - rows);
    const last = shown.at(-1);
    yield formatCsv(shown.map((row) => Object.values(columns).map((cell) => cell(row) ?? null)));
    rows += shown.length;
    if (shown.length < found.length) yield formatCsv([[`more_than_${max}_rows`]]);
    if (last === undefined || found.length < PAGE_ROWS || shown.length < found.length) return;
    page = { before: cursorOf(last), limit: PAGE_ROWS };
  }
}

export function sendCsv(reply: FastifyReply, name: string, lines: AsyncIterable<string>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(lines));
}
