import { randomUUID } from 'node:crypto';

/** Keeps statements with varying text from filling the database's memory. */
const PREPARED_MAX = 1_000;

/**
 * Whether a prepared statement failed because a newer process has migrated a table, which changed the statement's result
 * type (0A000). It had no effect, and succeeds when prepared under a new name.
 */
export function isPlanOutdated(error: unknown): boolean {
  return error instanceof Error && 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/** A statement with what it is prepared under; without a name it is prepared each time. */
export type Named = { name: string | undefined; text: string };

/**
 * The names under which every connection prepares its statements, so that PostgreSQL parses and plans each once per
 * connection: with sets and many joins, planning is the larger part of their cost.
 */
export class StatementNames {
  readonly #names = new Map<string, Named>();
  /** Never reset, so that no name is used twice. */
  #named = 0;
  #again = '';

  nameOf(text: string): Named {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const named = { name: undefined, text: `${text}${this.#again}` };
    if (this.#names.size === PREPARED_MAX) return named;
    const prepared = { ...named, name: `s${this.#named++}` };
    this.#names.set(text, prepared);
    return prepared;
  }

  /**
   * Makes every statement be prepared again. PgBouncer knows statements by their text, whatever their names, and would go on
   * using the old ones; so the text becomes another, which no process used before.
   */
  reset(): void {
    this.#names.clear();
    this.#again = `\n-- ${randomUUID()}`;
  }
}
