import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

const PAGE_ROWS = 50;

/** A list that is loaded page by page. */
export type List<Row> = {
  rows: readonly Row[] | undefined;
  query: Pick<
    UseInfiniteQueryResult,
    'error' | 'isPending' | 'isFetchingNextPage' | 'hasNextPage' | 'fetchNextPage' | 'refetch'
  >;
};

/**
 * Loads a list page by page (keyset pagination). `ask` is given the cursor of the last row so far, or none for the first
 * page. `every_ms` where jobs move what it shows: it is loaded again that often.
 */
export function useList<Row>(
  key: readonly unknown[],
  cursorOf: (row: Row) => string,
  ask: (page: { cursor: string | undefined; limit: number }) => Promise<readonly Row[]>,
  { every_ms }: { every_ms?: number } = {},
): List<Row> {
  const query = useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ pageParam }) => ask({ cursor: pageParam, limit: PAGE_ROWS }),
    ...(every_ms === undefined ? {} : { refetchInterval: every_ms }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => {
      const last = page.length < PAGE_ROWS ? undefined : page.at(-1);
      return last === undefined ? undefined : cursorOf(last);
    },
  });
  return { rows: query.data?.pages.flat(), query };
}

/** A list's filters, kept in the URL so that the back button and a shared link show the same rows. */
export function useFilters<const Name extends string>(names: readonly Name[]) {
  const [address, setAddress] = useSearchParams();
  const values: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = address.get(name);
    if (value !== null && value !== '') values[name] = value;
  }
  const set = (changes: { readonly [Key in Name]?: string | undefined }) =>
    setAddress(
      (known) => {
        for (const name of names) {
          if (!(name in changes)) continue;
          const value = changes[name];
          if (value === undefined || value === '') known.delete(name);
          else known.set(name, value);
        }
        return known;
      },
      { replace: true },
    );
  const clear = () => setAddress({}, { replace: true });
  return { values, set, clear };
}
