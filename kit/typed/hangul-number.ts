const DIGITS = '영일이삼사오육칠팔구';
const SMALL: Readonly<Record<string, bigint>> = { 십: 10n, 백: 100n, 천: 1_000n };
const LARGE: Readonly<Record<string, bigint>> = { 만: 10_000n, 억: 100_000_000n };

/** `오만`, `십이만삼천`: a positive number in Hangul, each unit once and in falling order; undefined if it is none. */
export function hangulNumber(text: string): bigint | undefined {
  if (!/^[일이삼사오육칠팔구십백천만억]{1,30}$/.test(text)) return undefined;
  let total = 0n;
  let largeBefore = 10n ** 12n;
  let rest = text;
  while (rest !== '') {
    const [part = '', small = '', sign = ''] = /^([^만억]*)([만억]?)/.exec(rest) ?? [];
    const large = LARGE[sign] ?? 1n;
    const thousands = small === '' ? 1n : belowMyriad(small);
    if (thousands === undefined || large >= largeBefore) return undefined;
    total += thousands * large;
    largeBefore = large;
    rest = rest.slice(part.length);
  }
  return total;
}

function belowMyriad(text: string): bigint | undefined {
  let total = 0n;
  let unitBefore = 10_000n;
  let rest = text;
  while (rest !== '') {
    const [part = '', digit = '', sign = ''] = /^([일이삼사오육칠팔구]?)([십백천]?)/.exec(rest) ?? [];
    const unit = SMALL[sign] ?? 1n;
    if (part === '' || unit >= unitBefore) return undefined;
    total += (digit === '' ? 1n : BigInt(DIGITS.indexOf(digit))) * unit;
    unitBefore = unit;
    rest = rest.slice(part.length);
  }
  return total;
}
