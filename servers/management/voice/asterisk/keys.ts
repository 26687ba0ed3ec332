import type { LineInput, Listen } from '../turn.ts';

/** Some people press `#` although their input was already complete; within this time it is not an input of its own. */
const HABIT_MS = 1_500;
/** More typed-ahead keys than anybody presses; the rest is dropped. */
const AHEAD_MAX = 64;

/** The keys of one call and what they mean for the current turn. Times are milliseconds of any one clock, passed in. */
export class Keys {
  #ahead: string[] = [];
  #completeAt: number | undefined;
  #accepting = true;

  /** Keys from before the turn count if it allows typing ahead. */
  startTurn(listen: Listen | undefined): void {
    if (listen?.type_ahead !== true) this.#ahead = [];
    this.#accepting = listen === undefined || listen.barge_in;
  }

  /** From now on every key counts. */
  speechEnded(): void {
    this.#accepting = true;
  }

  press(key: string, atMs: number): void {
    const isHabit = key === '#' && this.#completeAt !== undefined && atMs - this.#completeAt < HABIT_MS;
    this.#completeAt = undefined;
    if (this.#accepting && !isHabit && this.#ahead.length < AHEAD_MAX) this.#ahead.push(key);
  }

  get hasKeys(): boolean {
    return this.#ahead.length > 0;
  }

  /** Removes and returns a complete input, if there is one. */
  takeComplete({ digits_max, finish_on }: Listen, atMs: number): LineInput | undefined {
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

  /** Time is up: removes and returns whatever was keyed. */
  takeRest(): LineInput {
    return this.hasKeys ? this.#take(this.#ahead.length, this.#ahead.length) : { kind: 'silence' };
  }

  #take(count: number, consumed: number): LineInput {
    const digits = this.#ahead.slice(0, count).join('');
    this.#ahead = this.#ahead.slice(consumed);
    return { kind: 'digits', digits };
  }
}
