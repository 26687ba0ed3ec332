import type { Load } from './load.ts';

/** So many at a time do the same again and again, in this process. What fails counts as refused. */
export async function repeated(
  atOnce: number,
  seconds: number,
  work: (worker: number) => Promise<unknown>,
): Promise<Load> {
  const waits: number[] = [];
  let refused = 0;
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: atOnce }, async (_, worker) => {
      while (performance.now() < end) {
        const from = performance.now();
        try {
          await work(worker);
          waits.push(performance.now() - from);
        } catch {
          refused += 1;
        }
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    per_s: waits.length / took,
    answered: waits.length + refused,
    refused,
    p50_ms: at(0.5),
    p99_ms: at(0.99),
  };
}
