/** `crypto.randomBytes` in production; passed in so that tests are reproducible. */
export type RandomBytes = (count: number) => Buffer;

/** Decimal digits, each equally likely: bytes from 250 up are discarded, since 256 is not a multiple of 10. */
export function randomDigits(random: RandomBytes, count: number): string {
  let digits = '';
  while (digits.length < count) {
    for (const byte of random(count - digits.length)) if (byte < 250) digits += String(byte % 10);
  }
  return digits;
}

/** Like `randomDigits`, but never with a leading zero, which spreadsheets and keypads lose. */
export function randomNumber(random: RandomBytes, count: number): string {
  for (;;) {
    const first = randomDigits(random, 1);
    if (first !== '0') return first + randomDigits(random, count - 1);
  }
}
