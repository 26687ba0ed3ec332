/** A certificate that can pay. */
export type Source = { certificate_id: string; available_minor: bigint; expires_at: Date };

export type Allocation = { certificate_id: string; amount_minor: bigint };

/** The same limit as for one sale at a till. */
const PARTS_MAX = 20;

/**
 * Allocates an amount to certificates. If one certificate covers it, the one with the smallest sufficient balance pays
 * alone, so that few are left partly used; otherwise those that expire first pay, then those with the smallest balance.
 * What they can't cover is left over.
 */
export function allocate(
  amount: bigint,
  sources: readonly Source[],
): { parts: Allocation[]; left_over_minor: bigint } {
  const usable = sources
    .filter(({ available_minor }) => available_minor > 0n)
    .sort((a, b) => (a.available_minor < b.available_minor ? -1 : 1));
  const single = usable.find(({ available_minor }) => available_minor >= amount);
  if (single !== undefined)
    return { parts: [{ certificate_id: single.certificate_id, amount_minor: amount }], left_over_minor: 0n };
  const parts: Allocation[] = [];
  let left = amount;
  const byExpiry = usable.toSorted((a, b) => a.expires_at.getTime() - b.expires_at.getTime());
  for (const { certificate_id, available_minor } of byExpiry.slice(0, PARTS_MAX)) {
    const isLast = available_minor >= left;
    const amount_minor = isLast ? left : available_minor;
    if (amount_minor > 0n) parts.push({ certificate_id, amount_minor });
    left -= amount_minor;
  }
  return { parts, left_over_minor: left };
}
