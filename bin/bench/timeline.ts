import { randomUUID } from 'node:crypto';
import { certificateId } from './gifts.ts';
import type { Asked } from './load.ts';

/** How often somebody uses a certificate whose buyer watches. */
const USE_EVERY_MS = 100;
const LOOK_EVERY_MS = 20;

type Waiting = { number: number; left: number; from: number };

export type Watched = {
  shop: string;
  management: string;
  /** The session of the buyer who gave these certificates. */
  buyer: string;
  sales: readonly Asked[];
  numbers: readonly number[];
};

/**
 * While others use theirs, uses one watched certificate after the other at a steady pace, whatever becomes of the earlier
 * ones, and looks at the buyer's timelines until each use is there.
 */
export function watchTimelines({ shop, management, buyer, sales, numbers }: Watched) {
  const waiting: Waiting[] = [];
  const seconds: number[] = [];
  let selling = true;
  let looking = true;
  let uses = 0;

  async function use(index: number): Promise<void> {
    const [token, path, body] = sales[index] ?? ['', '', ''];
    const reply = await fetch(`${shop}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
    const answer = (await reply.json()) as { lines?: { balance_minor: number }[] };
    const left = answer.lines?.[0]?.balance_minor;
    if (!reply.ok || left === undefined) return;
    uses += 1;
    waiting.push({ number: numbers[index] ?? 0, left, from: performance.now() });
  }

  async function look(number: number): Promise<void> {
    const reply = await fetch(`${management}/v1/orders/${certificateId(number)}/timeline`, {
      headers: { authorization: `Bearer ${buyer}` },
    }).catch(() => undefined);
    if (reply?.ok !== true) return;
    const { events } = (await reply.json()) as {
      events: { kind: string; detail: { balance_minor?: number } }[];
    };
    const known = new Set(
      events.filter(({ kind }) => kind === 'used').map(({ detail }) => detail.balance_minor),
    );
    for (const one of waiting.filter((use) => use.number === number && known.has(use.left))) {
      seconds.push((performance.now() - one.from) / 1000);
      waiting.splice(waiting.indexOf(one), 1);
    }
  }

  const sold = (async () => {
    const pending: Promise<void>[] = [];
    for (let n = 0; selling; n++) {
      pending.push(use(n % sales.length).catch(() => {}));
      await pause(USE_EVERY_MS);
    }
    await Promise.all(pending);
  })();
  const looked = (async () => {
    for (let n = 0; looking; n++) {
      const watched = [...new Set(waiting.map(({ number }) => number))];
      const number = watched[n % watched.length];
      if (number !== undefined) await look(number);
      await pause(LOOK_EVERY_MS);
    }
  })();

  return {
    /** Nothing more is used. Returns how many uses there were. */
    async endUses(): Promise<number> {
      selling = false;
      await sold;
      return uses;
    },
    /** Gives those under way so many seconds, and returns what each took; one that isn't there counts as infinite. */
    async end(patience_s: number): Promise<number[]> {
      const deadline = performance.now() + patience_s * 1000;
      while (waiting.length > 0 && performance.now() < deadline) await pause(LOOK_EVERY_MS);
      looking = false;
      await looked;
      return [...seconds, ...waiting.map(() => Number.POSITIVE_INFINITY)];
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((wait) => setTimeout(wait, ms));
}
