import type { LimitAnswer, LimitUse } from '../../kit/limits.ts';

/**
 * The limits of kit/limits.ts in memory, for millions of uses; `kit/limits.test.ts` shows that it answers as the SQL does.
 * Times are in milliseconds.
 */
export class LimitsModel {
  readonly #emptiesAt = new Map<string, number>();

  consumeAll(uses: readonly LimitUse[], own: ReadonlySet<string>, now: number): LimitAnswer {
    const looked = uses.map(([{ name, points, duration_s }, key]) => {
      const id = `${name} ${key}`;
      const movedTo = Math.max(this.#emptiesAt.get(id) ?? 0, now) + (1000 * duration_s) / points;
      return { id, name, movedTo, wait: movedTo - now - 1000 * duration_s };
    });
    const refused = looked.filter(({ wait }) => wait > 1);
    for (const { id, name, movedTo, wait } of looked)
      if (wait <= 1 && (refused.length === 0 || own.has(name))) this.#emptiesAt.set(id, movedTo);
    if (refused.length === 0) return { ok: true };
    const longest = Math.max(...refused.map(({ wait }) => wait));
    return {
      ok: false,
      retry_after_s: Math.max(1, Math.ceil(longest / 1000)),
      by: refused.map(({ name }) => name),
    };
  }

  giveBack(uses: readonly LimitUse[]): void {
    for (const [{ name, points, duration_s }, key] of uses) {
      const id = `${name} ${key}`;
      const emptiesAt = this.#emptiesAt.get(id);
      if (emptiesAt !== undefined) this.#emptiesAt.set(id, emptiesAt - (1000 * duration_s) / points);
    }
  }

  clear([{ name }, key]: LimitUse): void {
    this.#emptiesAt.delete(`${name} ${key}`);
  }
}
