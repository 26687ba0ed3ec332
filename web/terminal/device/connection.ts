import { useEffect, useState } from 'react';

const CHECK_MS = 5_000;
const ANSWER_MS_MAX = 4_000;

/** Whether the server answers: checked every few seconds, and at once when the browser reports a change. */
export function useOnline(): boolean {
  const [up, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    async function check() {
      clearTimeout(timer);
      const answers = await serverAnswers();
      if (stopped) return;
      setOnline(answers);
      clearTimeout(timer);
      timer = setTimeout(check, CHECK_MS);
    }
    const checkNow = () => void check();
    void check();
    addEventListener('online', checkNow);
    addEventListener('offline', checkNow);
    addEventListener(REQUEST_FAILED, checkNow);
    return () => {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', checkNow);
      removeEventListener('offline', checkNow);
      removeEventListener(REQUEST_FAILED, checkNow);
    };
  }, []);
  return up;
}

const REQUEST_FAILED = 'seonmul:request-failed';

/** A request got no answer: check the connection now and not at the next interval. */
export function requestFailed(): void {
  dispatchEvent(new Event(REQUEST_FAILED));
}

async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  return fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS_MAX) }).then(
    (response) => response.ok,
    () => false,
  );
}
