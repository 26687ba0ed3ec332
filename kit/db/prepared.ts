/** Keeps statements with varying text from filling the database's memory. */
const PREPARED_MAX = 1_000;

/**
 * Whether a prepared statement failed because a newer process has migrated a table, which changed the statement's result
 * type (0A000). It had no effect, and succeeds when prepared under a new name.
 */
export function isPlanOutdated(error: unknown): boolean {
  return error instanceof Error && 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/**
 * The names under which every connection prepares its statements, so that PostgreSQL parses and plans each once per
 * connection: with sets and many joins, planning is the larger part of their cost.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  /** Never reset, so that no name is used twice. */
  #named = 0;

  /** Undefined once the maximum is reached. */
  nameOf(text: string): string | undefined {
    if (!this.#names.has(text) && this.#names.size < PREPARED_MAX) this.#names.set(text, `s${this.#named++}`);
    return this.#names.get(text);
  }

  /** Makes every statement be prepared again. */
  reset(): void {
    this.#names.clear();
  }
}
