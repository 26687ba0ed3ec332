/** GSM 03.38, 6.2.1: the basic table, one septet each (without the escape itself). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** 6.2.1.1: the extension table; each takes an escape and a septet. */
const EXTENSION = '\f^{}\\[~]|€';

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (sign): [string, number] => [sign, 1]),
  ...Array.from(EXTENSION, (sign): [string, number] => [sign, 2]),
]);

/** Encoded alike in ASCII and the basic table, so safe with either alphabet. */
const SAFE = /^[A-Za-z0-9 \n\r!"#%&'()*+,\-./:;<=>?]*$/;

/**
 * A provider's default alphabet (data coding 0): GSM 03.38, as SMPP intends, or a superset of ASCII.
 */
export type Alphabet = 'gsm' | 'ascii';

/** How many septets a character takes. */
export function septetsOf(sign: string): number {
  return SEPTETS.get(sign) ?? 0;
}

/** Whether a text can be sent without UCS-2. */
export function fitsAlphabet(text: string, alphabet: Alphabet): boolean {
  return alphabet === 'ascii' ? SAFE.test(text) : Array.from(text).every((sign) => SEPTETS.has(sign));
}
