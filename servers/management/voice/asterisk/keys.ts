import type { LineInput, Listen } from '../turn.ts';

/** After an input that was complete by its length, `#` out of habit within this time is no input of its own. */
const HABIT_MS = 1_500;
/** Nobody keys more ahead; the rest is dropped. */
const AHEAD_MAX = 64;

/**
 * The keys of one call and what they mean to the turn that is on: pure, so that time and keys can be tried out. Times
 * are milliseconds of any one clock.
 */
export class Keys {
  #ahead: string[] = [];
  #completeAt: number | undefined;
  #taking = true;

  /** A turn begins: keys from before it count if it lets them. */
  begin(listen: Listen | undefined): void {
    if (listen?.type_ahead !== true) this.#ahead = [];
    this.#taking = listen === undefined || listen.barge_in;
  }

  /** What was to be said has been said: from now on every key counts. */
  said(): void {
    this.#taking = true;
  }

  press(key: string, atMs: number): void {
    const isHabit = key === '#' && this.#completeAt !== undefined && atMs - this.#completeAt < HABIT_MS;
    this.#completeAt = undefined;
    if (this.#taking && !isHabit && this.#ahead.length < AHEAD_MAX) this.#ahead.push(key);
  }

  get any(): boolean {
    return this.#ahead.length > 0;
  }

  /** Takes a complete input out of what was keyed, if there is one. */
  complete({ digits_max, finish_on }: Listen, atMs: number): LineInput | undefined {
    if (this.#ahead[0] === '*') return this.#take(1, 1);
    const end = this.#ahead.indexOf(finish_on);
    if (end >= 0 && end <= digits_max) {
      this.#completeAt = undefined;
      return this.#take(end, end + 1);
    }
    if (this.#ahead.length < digits_max) return undefined;
    const input = this.#take(digits_max, digits_max);
    const next = this.#ahead[0];
    if (next === finish_on) this.#ahead.shift();
    else if (next === undefined) this.#completeAt = atMs;
    return input;
  }

  /** Time is up: what there is. */
  rest(): LineInput {
    return this.any ? this.#take(this.#ahead.length, this.#ahead.length) : { kind: 'silence' };
  }

  #take(count: number, gone: number): LineInput {
    const digits = this.#ahead.slice(0, count).join('');
    this.#ahead = this.#ahead.slice(gone);
    return { kind: 'digits', digits };
  }
}
