import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { TestMovement, TestMovements } from '../../contracts/test-acquirer.ts';

/** What the test acquirer has charged and refunded, one line of JSON each; without a path, only in memory. */
export class MovementFile {
  readonly #path: string | undefined;
  readonly #pageMax: number;
  readonly #movements = new Map<string, TestMovement>();

  constructor(path?: string, pageMax = 50) {
    this.#path = path;
    this.#pageMax = pageMax;
    const lines = path !== undefined && existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    for (const line of lines.filter((each) => each !== '')) this.#keep(JSON.parse(line));
  }

  /** Nothing if it is known, as a change may be that is asked for again after a restart. */
  add(movement: TestMovement): void {
    if (this.#movements.has(movement.reference)) return;
    this.#keep(movement);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(movement)}\n`);
  }

  /** Oldest first, beginning behind the first `after` of that time. */
  page(from: Date, until: Date, after: number): TestMovements {
    const within = [...this.#movements.values()].filter(
      ({ at }) => new Date(at) >= from && new Date(at) < until,
    );
    const end = after + this.#pageMax;
    return { movements: within.slice(after, end), next: end < within.length ? String(end) : null };
  }

  #keep(movement: TestMovement): void {
    this.#movements.set(movement.reference, movement);
  }
}
