/** What somebody else notices, who only wants an answer: milliseconds, sorted. */
export type Waits = { p50: number; p95: number };

const PAUSE_MS = 20;

/** Asks again and again, as one honest person after the other would, until `stop`. */
export function bystander(url: string): { stop(): Promise<Waits> } {
  const waits: number[] = [];
  let stopping = false;
  const asking = (async () => {
    do {
      const begun = performance.now();
      await fetch(url).then((response) => response.arrayBuffer());
      waits.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    } while (!stopping);
  })();
  return {
    async stop() {
      stopping = true;
      await asking;
      waits.sort((a, b) => a - b);
      const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
      return { p50: at(0.5), p95: at(0.95) };
    },
  };
}
