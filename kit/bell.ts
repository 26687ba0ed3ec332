/**
 * Tells a job of the same process that there is something to do, so that it need not wait for its next look. It is only a
 * hint: whatever it says is in the database, and the job looks there after a while anyway, as those of other processes do.
 */
export class Bell {
  #rung = false;
  #hear: () => void = () => {};

  ring(): void {
    this.#rung = true;
    this.#hear();
  }

  /** What rang until now is heard by whoever looks next. */
  silence(): void {
    this.#rung = false;
    this.#hear = () => {};
  }

  /** Calls `hear` as soon as it rings; at once if it has rung since it was silenced. */
  listen(hear: () => void): void {
    this.#hear = hear;
    if (this.#rung) hear();
  }
}
