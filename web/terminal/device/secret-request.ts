import { useRef, useState } from 'react';
import { Problem } from '../../kit/problem.ts';
import { requestFailed } from './connection.ts';

type SecretRequest<Input> = {
  busy: boolean;
  problem: unknown;
  send(input: Input): Promise<void>;
  clearProblem(): void;
};

/**
 * A request that contains a PIN or a code. Unlike the query library's mutations it does not retain its input.
 */
export function useSecretRequest<Input, Answer>(
  request: (input: Input) => Promise<Answer>,
  then: (answer: Answer, input: Input) => void,
): SecretRequest<Input> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const running = useRef(false);
  return {
    busy,
    problem,
    clearProblem: () => setProblem(undefined),
    async send(input) {
      // A double tap must not send twice.
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        then(await request(input), input);
      } catch (thrown) {
        if (!(thrown instanceof Problem) || thrown.code === 'line_down') requestFailed();
        setProblem(thrown);
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
