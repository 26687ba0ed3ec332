import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Marks a query out of date, so that it is fetched again: the server said that something has changed. */
export function useInvalidate(): (...queryKey: QueryKey) => void {
  const queries = useQueryClient();
  return useCallback(
    // A fetch that is under way may answer from before the change, so it is cancelled first.
    (...queryKey) =>
      void queries.cancelQueries({ queryKey }).then(() => queries.invalidateQueries({ queryKey })),
    [queries],
  );
}
