import { setTimeout as pause } from 'node:timers/promises';

/** How the streams of a page ended that waits for changes. */
export type Streams = {
  /** Ended whole, with when to come back. */
  ended: number;
  /** Broken off. */
  cut: number;
};

const RETRY_MS = 3_000;

/** Keeps a stream open as a browser's EventSource does: it comes back when it was told to. */
export async function watchChanges(
  url: string,
  token: string,
  streams: Streams,
  ending: AbortSignal,
): Promise<void> {
  while (!ending.aborted) {
    let said = '';
    try {
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: ending });
      if (response.ok && response.body !== null) {
        const decoder = new TextDecoder();
        for await (const chunk of response.body) said += decoder.decode(chunk, { stream: true });
        streams.ended += 1;
      }
    } catch {
      if (said !== '' && !ending.aborted) streams.cut += 1;
    }
    const retry = [...said.matchAll(/^retry: (\d+)$/gm)].at(-1)?.[1];
    await pause(Number(retry ?? RETRY_MS), undefined, { signal: ending }).catch(() => {});
  }
}
