/** Whether people may begin something. While it is shut, everything that has begun comes to its end. */
export class Gate {
  #isOpen = false;
  #isOver = false;
  #waiting: (() => void)[] = [];
  #busy = 0;

  open(): void {
    this.#isOpen = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves when nobody is busy any more. */
  async shut(): Promise<void> {
    this.#isOpen = false;
    while (this.#busy > 0) await new Promise((wait) => setTimeout(wait, 20));
  }

  /** Everybody goes home. */
  end(): void {
    this.#isOver = true;
    this.open();
  }

  /** Does it when the gate is open; undefined once everybody goes home. */
  async through<T>(work: () => Promise<T>): Promise<T | undefined> {
    while (!this.#isOpen) await new Promise<void>((go) => this.#waiting.push(go));
    if (this.#isOver) return undefined;
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
    }
  }

  get isOver(): boolean {
    return this.#isOver;
  }
}
