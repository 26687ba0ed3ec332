/** What one step gave in one round. */
export type Sample = Readonly<Record<string, number>>;

export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/** The number below which so large a share of them is, or null if there are none. */
export function quantile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

/**
 * The samples of all steps by round, and what pgbench made just before each. Ratios are taken sample by sample, since the
 * machine is another one a minute later.
 */
export class Results {
  readonly #rounds = new Map<string, Map<number, Sample>>();
  readonly #anchors = new Map<string, Map<number, number>>();

  add(step: string, round: number, sample: Sample): void {
    const rounds = this.#rounds.get(step) ?? new Map<number, Sample>();
    rounds.set(round, sample);
    this.#rounds.set(step, rounds);
  }

  /** What pgbench's statement made just before the step. */
  addOne(step: string, round: number, per_s: number): void {
    const rounds = this.#anchors.get(step) ?? new Map<number, number>();
    rounds.set(round, per_s);
    this.#anchors.set(step, rounds);
  }

  get steps(): string[] {
    return [...this.#rounds.keys()];
  }

  valuesOf(step: string, member: string): number[] {
    return [...(this.#rounds.get(step)?.values() ?? [])].flatMap((sample) => sample[member] ?? []);
  }

  median(step: string, member = 'per_s'): number | null {
    return median(this.valuesOf(step, member));
  }

  get ones(): number[] {
    return [...this.#anchors.values()].flatMap((rounds) => [...rounds.values()]);
  }

  /** The rates of a step, each as a ratio to what pgbench made just before. */
  toOne(step: string): number[] {
    const ones = this.#anchors.get(step);
    return [...(this.#rounds.get(step) ?? [])].flatMap(([round, { per_s }]) =>
      ratioOf(per_s, ones?.get(round)),
    );
  }

  /** The rates of a step to those of another one in the same round. */
  ratio(step: string, to: string): number | null {
    const others = this.#rounds.get(to);
    const ratios = [...(this.#rounds.get(step) ?? [])].flatMap(([round, { per_s }]) =>
      ratioOf(per_s, others?.get(round)?.per_s),
    );
    return median(ratios);
  }
}

function ratioOf(above: number | undefined, below: number | undefined): number[] {
  return above === undefined || below === undefined || below === 0 ? [] : [above / below];
}
