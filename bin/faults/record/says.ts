import type { Check, Finding } from './checks.ts';

/** Collects what is found while faults go on, until it is judged. */
export class Says {
  #found: Finding[] = [];

  finds(check: Check, about: string): void {
    this.#found.push({ check, about });
  }

  take(): Finding[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
