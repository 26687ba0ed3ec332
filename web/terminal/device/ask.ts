import { useRef, useState } from 'react';
import { Problem } from '../../kit/problem.ts';
import { lineFailed } from './line.ts';

type Asking<Asked> = {
  busy: boolean;
  problem: unknown;
  ask(asked: Asked): Promise<void>;
  forgetProblem(): void;
};

/**
 * A request that holds a PIN or a code. Unlike a mutation of the query library it keeps nothing of what was asked, not
 * even until it is answered.
 */
export function useAsk<Asked, Answer>(
  request: (asked: Asked) => Promise<Answer>,
  then: (answer: Answer, asked: Asked) => void,
): Asking<Asked> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const running = useRef(false);
  return {
    busy,
    problem,
    forgetProblem: () => setProblem(undefined),
    async ask(asked) {
      // A second touch on a slow screen is not a second wish.
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        then(await request(asked), asked);
      } catch (thrown) {
        if (!(thrown instanceof Problem) || thrown.code === 'line_down') lineFailed();
        setProblem(thrown);
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
  };
}
