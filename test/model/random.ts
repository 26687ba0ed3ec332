/** A small seeded generator (mulberry32): one number repeats a whole run. */
export function randomFrom(seed: number): {
  upTo(n: number): number;
  pick<T>(items: readonly T[]): T | undefined;
} {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (n: number) => Math.floor(next() * n);
  return { upTo, pick: (items) => items[upTo(items.length)] };
}
