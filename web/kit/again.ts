import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks anew because the server said that something has changed. */
export function useAgain(): (...queryKey: QueryKey) => void {
  const queries = useQueryClient();
  return useCallback(
    // A first answer that is still under way may be from before the change, so it is not waited for.
    (...queryKey) =>
      void queries.cancelQueries({ queryKey }).then(() => queries.invalidateQueries({ queryKey })),
    [queries],
  );
}
