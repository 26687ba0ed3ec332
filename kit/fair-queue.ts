import { ProblemError } from './http/problem.ts';

/** Whom slow work is done for, and what for. */
export type Asker = {
  /** Who is served in turn with others: a network address, a phone, a login. */
  readonly from: string;
  /** Newcomers have a smaller share of the queue than people who are known. */
  readonly share: 'known' | 'newcomer';
};

export type QueueSettings = {
  readonly running_max: number;
  /** How many newcomers may run at once. */
  readonly newcomers_max: number;
  readonly waiting_max: Readonly<Record<Asker['share'], number>>;
  /** Whoever waited this long is refused. */
  readonly wait_ms: number;
};

type Waiting = { readonly from: string; readonly start: () => void; readonly refuse: () => void };
/** Who waits, by where they come from; whoever is at the front is served next. */
type Line = Map<string, Waiting[]>;

/** Of this many turns, newcomers get one even while others wait. */
const NEWCOMERS_TURN = 4;

/**
 * A bounded queue for slow work. Askers take turns, so one that asks a hundred times delays nobody but itself. When the
 * queue is full, the newest request of whoever has most in it is refused. Refusals are thrown (`service_unavailable`).
 */
export class FairQueue {
  readonly #settings: QueueSettings;
  readonly #lines: Record<Asker['share'], Line> = { known: new Map(), newcomer: new Map() };
  #running = { known: 0, newcomer: 0 };
  #turn = 0;

  constructor(settings: QueueSettings) {
    this.#settings = settings;
  }

  async run<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    if (this.#mayStart(asker.share)) this.#running[asker.share]++;
    else await this.#wait(asker);
    try {
      return await work();
    } finally {
      this.#running[asker.share]--;
      this.#startNext();
    }
  }

  #mayStart(share: Asker['share']): boolean {
    const { running_max, newcomers_max } = this.#settings;
    const { known, newcomer } = this.#running;
    return known + newcomer < running_max && (share === 'known' || newcomer < newcomers_max);
  }

  async #wait({ from, share }: Asker): Promise<void> {
    const line = this.#lines[share];
    if (sizeOf(line) >= this.#settings.waiting_max[share]) this.#refuseFrom(line, from);
    await new Promise<void>((resolve, reject) => {
      const refuse = () => {
        clearTimeout(timer);
        remove(line, waiting);
        reject(new ProblemError('service_unavailable', { retry_after_s: 5 }));
      };
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiting: Waiting = { from, start, refuse };
      const timer = setTimeout(refuse, this.#settings.wait_ms);
      line.set(from, [...(line.get(from) ?? []), waiting]);
    });
  }

  /** Makes room by refusing the newest of whoever has most waiting, which may be the one who asks now. */
  #refuseFrom(line: Line, from: string): void {
    const [most = []] = [...line.values()].sort((a, b) => b.length - a.length);
    const own = line.get(from)?.length ?? 0;
    const newest = most.at(-1);
    if (newest === undefined || own + 1 >= most.length)
      throw new ProblemError('service_unavailable', { retry_after_s: 5 });
    newest.refuse();
  }

  #startNext(): void {
    const { known, newcomer } = this.#lines;
    const newcomersFirst = this.#turn % NEWCOMERS_TURN === NEWCOMERS_TURN - 1;
    const order = newcomersFirst ? ([newcomer, known] as const) : ([known, newcomer] as const);
    for (const line of order) {
      const share = line === known ? 'known' : 'newcomer';
      const [next] = line.keys();
      if (next === undefined || !this.#mayStart(share)) continue;
      this.#turn++;
      this.#running[share]++;
      takeFrom(line, next)?.start();
      return;
    }
  }
}

/** Takes the oldest of somebody's requests, and sends them to the end of the line with the others. */
function takeFrom(line: Line, from: string): Waiting | undefined {
  const [first, ...others] = line.get(from) ?? [];
  line.delete(from);
  if (others.length > 0) line.set(from, others);
  return first;
}

function remove(line: Line, waiting: Waiting): void {
  const others = (line.get(waiting.from) ?? []).filter((each) => each !== waiting);
  if (others.length > 0) line.set(waiting.from, others);
  else line.delete(waiting.from);
}

function sizeOf(line: Line): number {
  return [...line.values()].reduce((sum, { length }) => sum + length, 0);
}
