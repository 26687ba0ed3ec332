import { isLockTimeout } from './db/sqlstate.ts';
import { isDatabaseUnavailable } from './db/unavailable.ts';
import { ProblemError } from './http/problem.ts';

/** What a batch answers for an item that somebody else has locked: it is asked again a moment later. */
export const AGAIN = Symbol('again');

export type GathererSettings<Item, Answer> = {
  /** Runs a set of items and answers each by its position. Throws only if none of them had an effect. */
  readonly run: (items: readonly Item[]) => Promise<readonly (Answer | typeof AGAIN)[]>;
  /** Who is served in turn with others, such as a store. */
  readonly fromOf: (item: Item) => string;
  /** What an item changes, such as certificates: each key is in one batch at a time, however many items share it there. */
  readonly keysOf?: (item: Item) => readonly string[];
  readonly batch_max?: number;
  /** How many batches run at once… */
  readonly lanes?: number;
  /** …where a further one begins only with at least this many items. */
  readonly lane_min?: number;
  /** How many items may wait. When there are more, the newest of whoever has most waiting is refused. */
  readonly waiting_max?: number;
  /** Right after a batch, how long the next one waits until as many are there as the last one had. */
  readonly gap_ms?: number;
  /** An item that somebody else has locked is asked again after this time… */
  readonly again_ms?: number;
  /** …and refused when it has been asked again for so long. */
  readonly again_for_ms?: number;
};

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly from: string;
  readonly keys: readonly string[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  /** When it is no longer asked again, in the process's own milliseconds; once it was put aside. */
  until?: number;
};

const DEFAULTS = {
  batch_max: 128,
  lanes: 2,
  lane_min: 32,
  waiting_max: 5_000,
  gap_ms: 2,
  again_ms: 20,
  again_for_ms: 2_000,
};

/**
 * Collects requests that come in at the same time into sets, which share the cost of a statement and a commit. Nothing
 * waits while nothing runs, except for a moment right after a larger batch. Items that change the same thing keep the
 * order in which each asker asked. An item that fails is found by halves, so that it fails alone; one that somebody else
 * has locked is put aside and holds up nobody. Whoever can't be served in time is refused (`service_unavailable`) before
 * anything is done for them; an item waits in memory, and whoever gets no answer asks again.
 */
export class Gatherer<Item, Answer> {
  readonly #settings: Required<GathererSettings<Item, Answer>>;
  /** Who waits, by whom they come from; whoever is at the front is served next. */
  #lines = new Map<string, Waiting<Item, Answer>[]>();
  #waiting = 0;
  /** What somebody else has locked, until it is asked again. */
  readonly #aside = new Set<Waiting<Item, Answer>>();
  /** How many each asker has waiting or put aside. */
  readonly #held = new Map<string, number>();
  #running = 0;
  #isScheduled = false;
  /** How many are waited for right after a batch, and until when at the latest. */
  #expected = 0;
  #gap: NodeJS.Timeout | undefined;
  readonly #busy = new Set<string>();

  constructor(settings: GathererSettings<Item, Answer>) {
    this.#settings = { ...DEFAULTS, keysOf: () => [], ...settings };
  }

  async ask(item: Item): Promise<Answer> {
    const { fromOf, keysOf, waiting_max } = this.#settings;
    const from = fromOf(item);
    if (this.#waiting + this.#aside.size >= waiting_max) this.#refuseFrom(from);
    return new Promise((resolve, reject) => {
      this.#hold(from, 1);
      this.#enqueue({ item, from, keys: keysOf(item), resolve, reject });
    });
  }

  #hold(from: string, more: 1 | -1): void {
    const held = (this.#held.get(from) ?? 0) + more;
    if (held === 0) this.#held.delete(from);
    else this.#held.set(from, held);
  }

  #enqueue(waiting: Waiting<Item, Answer>): void {
    const line = this.#lines.get(waiting.from);
    if (line === undefined) this.#lines.set(waiting.from, [waiting]);
    else line.push(waiting);
    this.#waiting++;
    this.#schedule();
  }

  /** Once in a turn of the event loop, so that all requests that came with it are in one set. */
  #schedule(): void {
    const { lanes, lane_min } = this.#settings;
    if (this.#isScheduled || this.#running >= lanes || this.#waiting === 0) return;
    if (this.#running > 0 && this.#waiting < lane_min) return;
    if (this.#waiting < this.#expected) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#start();
    });
  }

  #start(): void {
    const { lanes, lane_min } = this.#settings;
    clearTimeout(this.#gap);
    this.#expected = 0;
    while (this.#running < lanes && this.#waiting > 0) {
      const { batch, lines } = this.#pick();
      if (batch.length === 0 || (this.#running > 0 && batch.length < lane_min)) return;
      this.#lines = lines;
      this.#waiting -= batch.length;
      for (const { from } of batch) this.#hold(from, -1);
      void this.#runLane(batch);
    }
  }

  /**
   * The next batch, one item of each asker in turn, and what is left then. An item whose keys are busy stays where it is;
   * nobody overtakes it with one of its keys, and its asker is the next to be looked at.
   */
  #pick(): { batch: Waiting<Item, Answer>[]; lines: Map<string, Waiting<Item, Answer>[]> } {
    const batch: Waiting<Item, Answer>[] = [];
    const kept = new Set<string>();
    const lines = [...this.#lines].map(([from, line]) => ({
      ...{ from, line, at: 0 },
      left: [] as Waiting<Item, Answer>[],
    }));
    let round = lines;
    let next = 0;
    while (round.length > 0 && batch.length < this.#settings.batch_max) {
      for (next = 0; next < round.length && batch.length < this.#settings.batch_max; next++) {
        const each = round[next];
        const waiting = each?.line[each.at];
        if (each === undefined || waiting === undefined) continue;
        each.at++;
        if (waiting.keys.some((key) => this.#busy.has(key) || kept.has(key))) {
          each.left.push(waiting);
          for (const key of waiting.keys) kept.add(key);
        } else batch.push(waiting);
      }
      if (next === round.length) round = round.filter(({ line, at }) => at < line.length);
    }
    const unserved = new Set(round.slice(next));
    const isFirst = (each: (typeof lines)[number]) => each.left.length > 0 || unserved.has(each);
    const order = [...lines.filter(isFirst), ...lines.filter((each) => !isFirst(each))];
    const lines_left = new Map<string, Waiting<Item, Answer>[]>();
    for (const { from, line, at, left } of order)
      if (left.length > 0 || at < line.length) lines_left.set(from, [...left, ...line.slice(at)]);
    return { batch, lines: lines_left };
  }

  async #runLane(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    this.#running++;
    const keys = new Set(batch.flatMap((waiting) => waiting.keys));
    for (const key of keys) this.#busy.add(key);
    await this.#settle(batch);
    for (const key of keys) this.#busy.delete(key);
    this.#running--;
    if (this.#running > 0 || this.#waiting >= batch.length) this.#start();
    else this.#waitFor(batch.length);
  }

  /**
   * Whoever was just answered may ask again at once. A batch that begins with the few who came meanwhile would cost as
   * much, and all others would wait for its end: sixteen would be served one and fifteen in turn.
   */
  #waitFor(expected: number): void {
    this.#expected = expected;
    clearTimeout(this.#gap);
    this.#gap = setTimeout(() => this.#start(), this.#settings.gap_ms);
  }

  async #settle(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    let answers: readonly (Answer | typeof AGAIN)[];
    try {
      answers = await this.#settings.run(batch.map(({ item }) => item));
    } catch (error) {
      // Whose lock it was is not known, and each half would wait for it as long again.
      if (isLockTimeout(error)) {
        for (const waiting of batch) this.#putAside(waiting);
        return;
      }
      const half = Math.ceil(batch.length / 2);
      if (batch.length === 1 || isDatabaseUnavailable(error)) for (const { reject } of batch) reject(error);
      else for (const part of [batch.slice(0, half), batch.slice(half)]) await this.#settle(part);
      return;
    }
    for (const [at, waiting] of batch.entries()) {
      const answer = answers[at];
      if (answer === AGAIN) this.#putAside(waiting);
      else if (at >= answers.length) waiting.reject(new Error('A batch left an item without an answer.'));
      else waiting.resolve(answer as Answer);
    }
  }

  #putAside(waiting: Waiting<Item, Answer>): void {
    const { again_ms, again_for_ms } = this.#settings;
    const now = performance.now();
    waiting.until ??= now + again_for_ms;
    if (now >= waiting.until) {
      waiting.reject(tooBusy());
      return;
    }
    this.#aside.add(waiting);
    this.#hold(waiting.from, 1);
    setTimeout(() => {
      if (this.#aside.delete(waiting)) this.#enqueue(waiting);
    }, again_ms);
  }

  /** Makes room by refusing the newest of whoever has most waiting or put aside, which may be the one who asks now. */
  #refuseFrom(from: string): void {
    let busiest = from;
    let most = 0;
    for (const [each, held] of this.#held) if (held > most) [busiest, most] = [each, held];
    if ((this.#held.get(from) ?? 0) + 1 >= most) throw tooBusy();
    const refused = this.#lines.get(busiest)?.pop();
    if (refused !== undefined) this.#waiting--;
    const newest = refused ?? [...this.#aside].findLast((waiting) => waiting.from === busiest);
    if (newest === undefined) throw tooBusy();
    this.#aside.delete(newest);
    this.#hold(busiest, -1);
    newest.reject(tooBusy());
  }
}

function tooBusy(): ProblemError {
  return new ProblemError('service_unavailable', { retry_after_s: 1 });
}

/**
 * A gatherer for each owner, such as a database: what its requests ask at the same time runs in sets. `run` gets the owner
 * with the items.
 */
export function gathered<Owner extends object, Item, Answer>({
  run,
  ...settings
}: Omit<GathererSettings<Item, Answer>, 'run'> & {
  readonly run: (owner: Owner, items: readonly Item[]) => Promise<readonly (Answer | typeof AGAIN)[]>;
}): (owner: Owner, item: Item) => Promise<Answer> {
  const gatherers = new WeakMap<Owner, Gatherer<Item, Answer>>();
  return (owner, item) => {
    let gatherer = gatherers.get(owner);
    if (gatherer === undefined) {
      gatherer = new Gatherer({ ...settings, run: (items) => run(owner, items) });
      gatherers.set(owner, gatherer);
    }
    return gatherer.ask(item);
  };
}
