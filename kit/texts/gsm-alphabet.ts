/** GSM 03.38, 6.2.1: the basic table, one septet each (without the escape itself). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** 6.2.1.1: the extension table; each is an escape and a septet. */
const EXTENSION = '\f^{}\\[~]|€';

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (sign): [string, number] => [sign, 1]),
  ...Array.from(EXTENSION, (sign): [string, number] => [sign, 2]),
]);

/** What ASCII and the basic table write alike: safe also at a provider whose own alphabet is another. */
const SAFE = /^[A-Za-z0-9 \n\r!"#%&'()*+,\-./:;<=>?]*$/;

/**
 * Which alphabet a provider reads where a message names none (data coding 0): that of the phones, as SMPP means it, or
 * something of ASCII's kind.
 */
export type Alphabet = 'gsm' | 'ascii';

/** How many septets a character takes. */
export function septetsOf(sign: string): number {
  return SEPTETS.get(sign) ?? 0;
}

/** Whether a text can travel without being UCS-2. */
export function fitsAlphabet(text: string, alphabet: Alphabet): boolean {
  return alphabet === 'ascii' ? SAFE.test(text) : Array.from(text).every((sign) => SEPTETS.has(sign));
}
