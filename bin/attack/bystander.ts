import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** What somebody else notices, who only wants an answer, in milliseconds. */
export type Waits = { p50: number; p95: number };

const PAUSE_MS = 20;
/** The first answers come late for reasons of their own. */
const NOT_COUNTED = 10;

/**
 * Asks again and again, as one honest person after the other would, until `stop`; in a thread of its own, so that it does
 * not wait for the attacker.
 */
export async function bystander(url: string): Promise<{ stop(): Promise<Waits> }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: url });
  await once(worker, 'message');
  return {
    async stop() {
      worker.postMessage('stop');
      const [waits]: Waits[] = await once(worker, 'message');
      if (waits === undefined) throw new Error('The bystander said nothing.');
      return waits;
    },
  };
}

async function ask(url: string): Promise<Waits> {
  const waits: number[] = [];
  let stopping = false;
  parentPort?.once('message', () => {
    stopping = true;
  });
  while (!stopping) {
    const begun = performance.now();
    await fetch(url).then((response) => response.arrayBuffer());
    waits.push(performance.now() - begun);
    if (waits.length === NOT_COUNTED) parentPort?.postMessage('ready');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  waits.splice(0, NOT_COUNTED);
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

if (!isMainThread) parentPort?.postMessage(await ask(String(workerData)));
