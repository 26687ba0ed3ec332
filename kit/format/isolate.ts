/** Letters and digits of scripts that run from right to left. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text of somebody's within a sentence of ours, between U+2068 and U+2069 if it has letters from right to left, so that
 * they can't move the words around it. Other texts need no marks: each would cost two characters of every text message.
 */
export function isolated(text: string): string {
  return FROM_THE_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}
