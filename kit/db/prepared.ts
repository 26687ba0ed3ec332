/** Statements of varying text must not fill the database's memory. */
const PREPARED_MAX = 1_000;

/**
 * Whether a statement was refused because a migration has since changed what it returns (0A000): another process, newer
 * than this one, has changed the table. It had no effect, and asked under a new name it succeeds.
 */
export function isPlanOutdated(error: unknown): boolean {
  return error instanceof Error && 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/**
 * The names under which every connection prepares its statements, so that PostgreSQL parses and plans each once a
 * connection and not each time: with sets and many joins the planning is the larger part of what they cost.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  /** Goes on when the names begin anew, so that none is given twice. */
  #named = 0;

  /** None for what comes after as many as are kept. */
  of(text: string): string | undefined {
    if (!this.#names.has(text) && this.#names.size < PREPARED_MAX) this.#names.set(text, `s${this.#named++}`);
    return this.#names.get(text);
  }

  /** Has everything prepared again. */
  forget(): void {
    this.#names.clear();
  }
}
