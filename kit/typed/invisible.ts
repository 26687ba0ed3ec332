/** Letters whose scripts join or part them with an invisible sign, and emoji, which are joined by one. */
const JOINING = [
  ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const LETTER_JOINERS = `(?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])`;
const EMOJI_JOINERS =
  '(?<=\\p{Extended_Pictographic}\\ufe0f?|\\p{Emoji_Modifier})\\u200d(?=\\p{Extended_Pictographic})';
/** Variants of the letter or emoji before them, as in 葛󠄀 or ❤️. */
const VARIANTS = '(?<=[\\p{L}\\p{N}\\p{S}\\p{Po}])[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]';
/** The letters of a flag such as that of Wales, which follow a black flag. */
const FLAG_LETTERS = '(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{0,6})[\\u{e0020}-\\u{e007f}]';

const INVISIBLE = new RegExp(
  `(${LETTER_JOINERS}|${EMOJI_JOINERS}|${VARIANTS}|${FLAG_LETTERS})|[\\p{Default_Ignorable_Code_Point}\\p{Cf}]`,
  'gu',
);
/** Letters and signs that look like a space: a blank Braille cell and two fillers of Hangul. */
const LOOKS_BLANK = /[\u2800\u3164\uffa0]/g;

/** Drops what can't be seen, such as byte order marks and directional marks, unless a script or an emoji needs it. */
export function withoutInvisible(text: string): string {
  return text
    .replace(LOOKS_BLANK, ' ')
    .replace(INVISIBLE, (_sign, needed: string | undefined) => needed ?? '');
}

/** Signs that reverse the letters after them: what a reader sees is not what is written. */
export function overridesDirection(text: string): boolean {
  return /[\u202d\u202e]/.test(text);
}
