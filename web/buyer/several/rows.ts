import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import type { Draft, Row } from '../give/draft.ts';

/** What the server makes of the rows as they stand. Nothing is stored there, so it is asked again after a reload. */
export function readingOf({ shop_id = '', amount_minor = 0 }: Draft, rows: readonly Row[]) {
  const body = {
    shop_id,
    amount_minor,
    rows: rows.map(({ line, address, name, amount }) => ({ line, address, name, amount })),
  };
  return queryOptions({
    queryKey: ['recipient-list', body],
    staleTime: 60_000,
    queryFn: () => answered(api.POST('/v1/recipient-lists', { body })),
  });
}

export type Found = Awaited<ReturnType<typeof readText>>;

/** The rows of a pasted list. A line that could not be taken apart keeps what was typed. */
export function readText({ shop_id = '', amount_minor = 0, list = '' }: Draft) {
  return answered(api.POST('/v1/recipient-lists', { body: { shop_id, amount_minor, text: list } }));
}

export function rowsOf({ lines }: Found): Row[] {
  return lines.map(({ line, typed, cells, problem }) => ({
    line,
    ...cells,
    ...(problem?.code === 'line_not_understood' || problem?.code === 'line_ambiguous' ? { typed } : {}),
  }));
}

export function peopleOf({ lines, amount_minor }: Found) {
  return { recipients: lines.flatMap(({ recipient }) => recipient ?? []), amount_minor };
}

export function countsOf({ lines, look_ups_left }: Found) {
  const people = lines.filter(({ recipient }) => recipient !== undefined).length;
  const numbers = lines.filter(({ recipient }) => recipient?.phone !== undefined).length;
  const wrong = lines.length - people;
  return { wrong, people, numbers, isFine: wrong === 0 && numbers <= look_ups_left };
}

/** A list that the server has just read need not be asked for again in rows. */
export function keepReading(queries: QueryClient, draft: Draft, found: Found): void {
  queries.setQueryData(readingOf(draft, rowsOf(found)).queryKey, found);
}
