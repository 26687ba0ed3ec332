// Without letters and digits that look alike: it is typed from paper when nobody can scan it.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const SIGNS_COUNT = 7;

/** The number of a sale on its receipt: the day, and enough chance that no two of a store are the same. */
export function newSaleReference(now: Date): string {
  const day = now.toISOString().slice(2, 10).replaceAll('-', '');
  const chance = crypto.getRandomValues(new Uint8Array(SIGNS_COUNT));
  return `${day}-${Array.from(chance, (byte) => SIGNS[byte % SIGNS.length]).join('')}`;
}
