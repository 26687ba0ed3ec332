import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from './problem.ts';

/** The headers of a request that changes something. */
export type Once = { 'idempotency-key': string };

/**
 * Something that a person does to the server's facts. It keeps its idempotency key while the outcome is unknown and what
 * was asked stays the same, so that trying again after a lost answer does it once. `then` names the queries that it
 * makes old.
 */
export function useVerb<Asked, Answer>(
  ask: (asked: Asked, once: Once) => Promise<Answer>,
  then: readonly (readonly unknown[])[] = [],
): UseMutationResult<Answer, Error, Asked> {
  const queries = useQueryClient();
  const pending = useRef<{ asked: string; key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async (asked: Asked) => {
      const fingerprint = JSON.stringify(asked) ?? '';
      const known = pending.current?.asked === fingerprint ? pending.current : undefined;
      const { key } = known ?? { key: crypto.randomUUID() };
      pending.current = { asked: fingerprint, key };
      try {
        const answer = await ask(asked, { 'idempotency-key': key });
        pending.current = undefined;
        return answer;
      } catch (thrown) {
        if (!isUnknown(thrown)) pending.current = undefined;
        throw thrown;
      }
    },
    onSuccess: () => Promise.all(then.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Whether it may have been done all the same. */
function isUnknown(thrown: unknown): boolean {
  return (
    !(thrown instanceof Problem) ||
    thrown.code === 'line_down' ||
    thrown.status >= 500 ||
    thrown.status === 409
  );
}
