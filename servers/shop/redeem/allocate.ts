/** What a certificate can give to a payment. */
export type Source = { certificate_id: string; available_minor: bigint; expires_at: Date };

export type Share = { certificate_id: string; amount_minor: bigint };

/** As many as one sale at a till may have. */
const PARTS_MAX = 20;

/**
 * Which certificates pay how much of an amount. One alone where one covers it, that with the least left, so that few are
 * broken into; otherwise those that run out first, then those with the least left. What they can't cover is left over.
 */
export function shareOut(
  amount: bigint,
  sources: readonly Source[],
): { parts: Share[]; left_over_minor: bigint } {
  const usable = sources
    .filter(({ available_minor }) => available_minor > 0n)
    .sort((a, b) => (a.available_minor < b.available_minor ? -1 : 1));
  const one = usable.find(({ available_minor }) => available_minor >= amount);
  if (one !== undefined)
    return { parts: [{ certificate_id: one.certificate_id, amount_minor: amount }], left_over_minor: 0n };
  const parts: Share[] = [];
  let left = amount;
  const byTime = usable.toSorted((a, b) => a.expires_at.getTime() - b.expires_at.getTime());
  for (const { certificate_id, available_minor } of byTime.slice(0, PARTS_MAX)) {
    const isLast = available_minor >= left;
    const amount_minor = isLast ? left : available_minor;
    if (amount_minor > 0n) parts.push({ certificate_id, amount_minor });
    left -= amount_minor;
  }
  return { parts, left_over_minor: left };
}
