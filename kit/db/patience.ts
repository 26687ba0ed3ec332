import { count, ofThisProcess } from '../metrics/count.ts';
import { counter } from '../metrics/definition.ts';
import { LOCK_NOT_AVAILABLE, sqlstateOf } from './sqlstate.ts';

/** How long a statement waits for somebody else's lock before it gives its connection back. */
export const LOCK_WAIT_MS = 250;
/** How long it is tried again then. */
const PATIENT_MS = 5_000;
/** Of this many connections, those who wait for locks have one. */
const CONNECTIONS_FOR_A_TURN = 4;
/** As many as have a turn within the time that each of them may wait. */
const WAITING_FOR_A_TURN = PATIENT_MS / LOCK_WAIT_MS;

export const LOCK_WAITS = ofThisProcess(
  counter(
    'seonmul_database_lock_waits_total',
    'Statements and transactions that met somebody else’s lock for longer than a moment, by what came of it: got it in the end, or gave up.',
    ['outcome'],
  ),
);

/**
 * Waiting for a lock without keeping everybody else from the database: whoever waited for one in vain gives the connection
 * back, and tries again in turns, for which a quarter of the connections is used. So one locked row holds up those who need
 * it, and nobody else for longer than a moment. As many wait as can have a turn in time; the next one is refused at once.
 */
export class Patience {
  readonly #turns: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(connections: number) {
    this.#turns = Math.max(1, Math.floor(connections / CONNECTIONS_FOR_A_TURN));
  }

  /** `attempt` must have no effect if it fails. */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENT_MS;
    try {
      return await attempt();
    } catch (error) {
      return await this.#again(attempt, until, error);
    }
  }

  async #again<T>(attempt: () => Promise<T>, until: number, first: unknown): Promise<T> {
    for (let failed = first; ; ) {
      const isFull = this.#waiting.length >= this.#turns * WAITING_FOR_A_TURN;
      if (sqlstateOf(failed) !== LOCK_NOT_AVAILABLE) throw failed;
      if (isFull || performance.now() >= until) {
        count(LOCK_WAITS, { outcome: 'gave_up' });
        throw failed;
      }
      await this.#turn();
      try {
        const got = await attempt();
        count(LOCK_WAITS, { outcome: 'got_it' });
        return got;
      } catch (error) {
        failed = error;
      } finally {
        this.#pass();
      }
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < this.#turns) this.#running++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Whoever waited longest is next. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running--;
    else next();
  }
}
