const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

const SYLLABLES = /^[\uac00-\ud7a3]*$/u;
const EAST_ASIAN = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s\u30fc]+$/u;

/**
 * The masked name that is read back to the buyer (the source's steps Purchase 10 and 11): enough to notice a wrong
 * number, too little to build a directory from. `홍길동` → `홍*동`, `홍길` → `홍*`, `남궁길동` → `남**동`,
 * `Federica Sanchez` → `F******* S******`. A name or word of one letter is hidden entirely.
 */
export function maskName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  if (clean === '') return '*';
  if (EAST_ASIAN.test(clean)) return maskEastAsian(lettersOf(clean.replace(/\s+/gu, '')));
  return clean
    .split(/\s+/u)
    .map((word) => maskWord(lettersOf(word)))
    .join(' ');
}

function maskEastAsian(letters: readonly string[]): string {
  const [first = '', ...rest] = letters;
  if (letters.length < 2) return '*';
  if (letters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(letters.length - 2)}${rest.at(-1) ?? ''}`;
}

function maskWord(letters: readonly string[]): string {
  const [first = '', ...rest] = letters;
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(rest.length)}`;
}

/** Letters as people count them: a decomposed syllable, or a letter with its accents, is one. */
function lettersOf(text: string): string[] {
  // Whole syllables, as nearly all names are written, need no rules of Unicode.
  if (SYLLABLES.test(text)) return [...text];
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
