import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from './problem.ts';

/** The headers of a request that changes something. */
export type IdempotencyHeaders = { 'idempotency-key': string };

/**
 * A mutation that sends an idempotency key. While the outcome is unknown the key is kept for the same input, so that a
 * retry after a lost answer takes effect once. `invalidates` names the queries that it makes out of date.
 */
export function useIdempotentMutation<Input, Answer>(
  send: (input: Input, headers: IdempotencyHeaders) => Promise<Answer>,
  invalidates: readonly (readonly unknown[])[] = [],
): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  const pending = useRef<{ input: string; key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async (input: Input) => {
      const fingerprint = JSON.stringify(input) ?? '';
      const known = pending.current?.input === fingerprint ? pending.current : undefined;
      const { key } = known ?? { key: crypto.randomUUID() };
      pending.current = { input: fingerprint, key };
      try {
        const answer = await send(input, { 'idempotency-key': key });
        pending.current = undefined;
        return answer;
      } catch (thrown) {
        if (!isUnknown(thrown)) pending.current = undefined;
        throw thrown;
      }
    },
    onSuccess: () => Promise.all(invalidates.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Whether it may have taken effect in spite of the error. */
function isUnknown(thrown: unknown): boolean {
  return (
    !(thrown instanceof Problem) ||
    thrown.code === 'line_down' ||
    thrown.status >= 500 ||
    thrown.status === 409
  );
}
