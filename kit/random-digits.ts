/** `crypto.randomBytes` in production; passed in so that tests can repeat what it gave. */
export type RandomBytes = (count: number) => Buffer;

/** Decimal digits, each equally likely: bytes from 250 on are thrown away, since 256 is no multiple of 10. */
export function randomDigits(random: RandomBytes, count: number): string {
  let digits = '';
  while (digits.length < count) {
    for (const byte of random(count - digits.length)) if (byte < 250) digits += String(byte % 10);
  }
  return digits;
}

/** As `randomDigits`, the first not zero, so that no spreadsheet or keypad loses it. */
export function randomNumber(random: RandomBytes, count: number): string {
  for (;;) {
    const first = randomDigits(random, 1);
    if (first !== '0') return first + randomDigits(random, count - 1);
  }
}
