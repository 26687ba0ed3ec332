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

/** The samples of all steps by round. Ratios are taken within a round, since the machine changes from round to round. */
export class Results {
  readonly #rounds = new Map<string, Map<number, Sample>>();

  add(step: string, round: number, sample: Sample): void {
    const rounds = this.#rounds.get(step) ?? new Map<number, Sample>();
    rounds.set(round, sample);
    this.#rounds.set(step, rounds);
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

  /** The ratio in each round in which both were measured. */
  ratios(
    step: string,
    to: string,
    members: readonly [of: string, to: string] = ['per_s', 'per_s'],
  ): number[] {
    const others = this.#rounds.get(to);
    return [...(this.#rounds.get(step) ?? [])].flatMap(([round, sample]) => {
      const above = sample[members[0]];
      const below = others?.get(round)?.[members[1]];
      return above === undefined || below === undefined || below === 0 ? [] : [above / below];
    });
  }

  ratio(step: string, to: string, members?: readonly [of: string, to: string]): number | null {
    return median(this.ratios(step, to, members));
  }
}
