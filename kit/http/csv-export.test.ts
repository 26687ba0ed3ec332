import { expect, test } from 'vitest';
import { parseCsv } from '../csv.ts';
import { csvOf, type Page } from './csv-export.ts';

const ROWS = Array.from({ length: 1_200 }, (_, no) => ({ no: String(no).padStart(4, '0'), text: '=1+1' }));

/** Pages of the rows, as a list's query gives them. */
async function find({ before, limit }: Page): Promise<typeof ROWS> {
  return ROWS.filter(({ no }) => before === undefined || no > before).slice(0, limit);
}

async function exported(max?: number): Promise<string[][]> {
  let text = '';
  for await (const part of csvOf({ no: ({ no }) => no, text: (row) => row.text }, find, ({ no }) => no, max))
    text += part;
  return parseCsv(text).map(({ cells }) => cells);
}

test('a list is exported whole, page by page, without formulas', async () => {
  const [heads, ...rows] = await exported();
  expect(heads).toEqual(['no', 'text']);
  expect(rows.map(([no]) => no)).toEqual(ROWS.map(({ no }) => no));
  expect(new Set(rows.map(([, text]) => text))).toEqual(new Set(["'=1+1"]));
});

test.each([700, 1_000])('a list that is longer than %i ends there, and says so', async (max) => {
  const rows = (await exported(max)).slice(1);
  expect(rows).toHaveLength(max + 1);
  expect(rows.at(-1)?.[0]).toBe(`more_than_${max}_rows`);
});

test('a list of just as many says nothing', async () => {
  expect(await exported(ROWS.length)).toHaveLength(ROWS.length + 1);
});
