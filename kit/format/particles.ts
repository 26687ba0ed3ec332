import { josa } from 'es-hangul';

const PARTICLES = [
  '이/가',
  '을/를',
  '은/는',
  '으로/로',
  '와/과',
  '이나/나',
  '이란/란',
  '아/야',
  '이랑/랑',
  '이에요/예요',
] as const;

/** The pairs of particles, in es-hangul's spelling. */
export type Particle = (typeof PARTICLES)[number];

/** The word and its particle: `선물`, `을/를` becomes `선물을`. */
export function withParticle(word: string, pair: Particle): string {
  return word + josa.pick(lastSyllable(word), pair);
}

export function isParticle(pair: string): pair is Particle {
  return PARTICLES.some((known) => known === pair);
}

const DIGITS = '영일이삼사오육칠팔구';
/** The Latin letters whose name or usual sound ends in a consonant: Seoul, Kim, Lotteon, GS. */
const LATIN = { l: '엘', m: '엠', n: '엔', r: '알' } as const;

/** The sound of the word's end, as a Hangul syllable: `GS25` ends in 오, `K2` in 이, `Kim` in 엠. */
function lastSyllable(word: string): string {
  const last =
    word
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+$/u, '')
      .at(-1) ?? '';
  if (/[0-9]/.test(last)) return DIGITS.charAt(Number(last));
  const letter = last.toLowerCase();
  if (letter === 'l' || letter === 'm' || letter === 'n') return LATIN[letter];
  // A lone capital R is read as a letter; at the end of a word r is silent in Korean.
  if (last === 'R') return LATIN.r;
  return /\p{Script=Hangul}/u.test(last) ? last : '가';
}
