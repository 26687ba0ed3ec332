/** A certificate that can pay. */
export type Source = { certificate_id: string; available_minor: bigint; expires_at: Date };

export type Allocation = { certificate_id: string; amount_minor: bigint };

/** The same limit as for one sale at a till. */
const PARTS_MAX = 20;

/**
 * Allocates an amount to certificates: those that expire first pay, of several with the same last day those with the smallest
 * balance. Where the first of them don't cover it, those with most do. What they can't cover is left over.
 */
export function allocate(
  amount: bigint,
  sources: readonly Source[],
): { parts: Allocation[]; left_over_minor: bigint } {
  const usable = sources
    .filter(({ available_minor }) => available_minor > 0n)
    .sort(
      (a, b) =>
        a.expires_at.getTime() - b.expires_at.getTime() || (a.available_minor < b.available_minor ? -1 : 1),
    );
  const parts: Allocation[] = [];
  let left = amount;
  for (const { certificate_id, available_minor } of few(amount, usable)) {
    const isLast = available_minor >= left;
    const amount_minor = isLast ? left : available_minor;
    if (amount_minor > 0n) parts.push({ certificate_id, amount_minor });
    left -= amount_minor;
  }
  return { parts, left_over_minor: left };
}

/** As many as one sale may have, still in their order. */
function few(amount: bigint, usable: readonly Source[]): readonly Source[] {
  const first = usable.slice(0, PARTS_MAX);
  const covered = first.reduce((sum, { available_minor }) => sum + available_minor, 0n);
  if (covered >= amount || usable.length <= PARTS_MAX) return first;
  const largest = new Set(
    usable.toSorted((a, b) => (a.available_minor > b.available_minor ? -1 : 1)).slice(0, PARTS_MAX),
  );
  return usable.filter((source) => largest.has(source));
}
