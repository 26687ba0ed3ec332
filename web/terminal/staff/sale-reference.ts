// No characters that look alike: it may have to be typed from paper.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RANDOM_LENGTH = 7;

/** The number of a sale on its receipt: the day, and enough random characters to be unique within a store. */
export function newSaleReference(now: Date): string {
  const day = now.toISOString().slice(2, 10).replaceAll('-', '');
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH));
  return `${day}-${Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
