import { useEffect, useState } from 'react';

const BEAT_MS = 5_000;
const ANSWER_MS_MAX = 4_000;

/** Whether the server answers: asked every few seconds, and at once when the browser says that something changed. */
export function useLine(): boolean {
  const [up, setUp] = useState(navigator.onLine);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    async function beat() {
      clearTimeout(timer);
      const answers = await serverAnswers();
      if (stopped) return;
      setUp(answers);
      clearTimeout(timer);
      timer = setTimeout(beat, BEAT_MS);
    }
    const atOnce = () => void beat();
    void beat();
    addEventListener('online', atOnce);
    addEventListener('offline', atOnce);
    addEventListener(LINE_FAILED, atOnce);
    return () => {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', atOnce);
      removeEventListener('offline', atOnce);
      removeEventListener(LINE_FAILED, atOnce);
    };
  }, []);
  return up;
}

const LINE_FAILED = 'seonmul:line-failed';

/** Somebody's request got no answer, so the line is looked at now and not at the next beat. */
export function lineFailed(): void {
  dispatchEvent(new Event(LINE_FAILED));
}

async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  return fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS_MAX) }).then(
    (response) => response.ok,
    () => false,
  );
}
