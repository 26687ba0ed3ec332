import type { MainLocale } from './texts.ts';

const DIGITS_KO = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'] as const;
/** Read digit by digit, zero is 공. */
const ONE_BY_ONE_KO = ['공', ...DIGITS_KO.slice(1)] as const;
const PLACES_KO = ['', '십', '백', '천'] as const;
const GROUPS_KO = ['', '만', '억', '조', '경'] as const;
/** How many there are, and hours, are counted in native Korean, in the forms that stand before a noun: 두 가지. */
const COUNT_UNITS_KO = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'] as const;
const COUNT_TENS_KO = ['', '열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'] as const;

const UNITS_EN = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
] as const;
const TENS_EN = [
  '',
  '',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
] as const;
const GROUPS_EN = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'] as const;
const ORDINALS_EN: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** A whole number in words: 12345 is `만 이천삼백사십오`, `twelve thousand three hundred and forty-five`. */
export function spokenNumber(value: bigint, locale: MainLocale): string {
  if (value < 0n) throw new RangeError('Only numbers from zero up can be spoken.');
  return locale === 'ko' ? koreanNumber(value) : englishNumber(value);
}

/** How many there are, before the word for what is counted: `두` 가지, `스무` 분, `two` pieces. */
export function spokenCount(value: bigint, locale: MainLocale): string {
  const rest = value % 100n;
  // Neither hundreds nor zero have native words.
  if (locale === 'en' || rest <= 0n) return spokenNumber(value, locale);
  return `${value === rest ? '' : spokenNumber(value - rest, 'ko')}${koreanCount(Number(rest))}`;
}

/** 1 to 99 in native Korean. Twenty drops a sound before a noun, 스무, but not in 스물한. */
function koreanCount(value: number): string {
  if (value === 20) return '스무';
  return `${COUNT_TENS_KO[Math.floor(value / 10)]}${COUNT_UNITS_KO[value % 10]}`;
}

/** Digit by digit, in the groups of the text: `010-1234` is `공일공, 일이삼사`, `zero one zero, one two three four`. */
export function spokenDigits(text: string, locale: MainLocale): string {
  return text
    .split(/[^0-9]+/)
    .filter((group) => group !== '')
    .map((group) =>
      locale === 'ko'
        ? Array.from(group, (digit) => ONE_BY_ONE_KO[Number(digit)]).join('')
        : Array.from(group, (digit) => UNITS_EN[Number(digit)]).join(' '),
    )
    .join(', ');
}

/** Sino-Korean, in groups of ten thousand. 1 is omitted before 십, 백, 천, and before a leading 만: `만`, not `일만`. */
function koreanNumber(value: bigint): string {
  if (value === 0n) return DIGITS_KO[0];
  const groups: string[] = [];
  for (let [rest, place] = [value, 0]; rest > 0n; rest /= 10_000n, place++) {
    const group = Number(rest % 10_000n);
    if (group === 0) continue;
    const isBareMan = place === 1 && group === 1 && rest / 10_000n === 0n;
    groups.unshift(`${isBareMan ? '' : koreanGroup(group)}${GROUPS_KO[place]}`);
  }
  return groups.join(' ');
}

function koreanGroup(group: number): string {
  return [3, 2, 1, 0]
    .map((place) => {
      const digit = Math.floor(group / 10 ** place) % 10;
      if (digit === 0) return '';
      return `${digit === 1 && place > 0 ? '' : DIGITS_KO[digit]}${PLACES_KO[place]}`;
    })
    .join('');
}

function englishNumber(value: bigint): string {
  if (value === 0n) return UNITS_EN[0] ?? '';
  const groups: string[] = [];
  for (let [rest, place] = [value, 0]; rest > 0n; rest /= 1_000n, place++) {
    const group = Number(rest % 1_000n);
    if (group > 0) groups.unshift(`${englishGroup(group)} ${GROUPS_EN[place]}`.trim());
  }
  const last = value % 1_000n;
  const needsAnd = groups.length > 1 && last > 0n && last < 100n;
  return needsAnd ? `${groups.slice(0, -1).join(' ')} and ${groups.at(-1)}` : groups.join(' ');
}

function englishGroup(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const low =
    rest < 20
      ? UNITS_EN[rest]
      : [TENS_EN[Math.floor(rest / 10)], UNITS_EN[rest % 10]].slice(0, rest % 10 === 0 ? 1 : 2).join('-');
  if (hundreds === 0) return low ?? '';
  return `${UNITS_EN[hundreds]} hundred${rest === 0 ? '' : ` and ${low}`}`;
}

/** An hour from 0 to 23 on the 12-hour clock: `오후 여섯 시`. */
export function koreanHour(hour: number): string {
  return `${hour < 12 ? '오전' : '오후'} ${koreanCount(hour % 12 || 12)} 시`;
}

/** June and October drop a sound: 유월, 시월. */
export function koreanMonth(month: number): string {
  if (month === 6) return '유월';
  if (month === 10) return '시월';
  return `${koreanNumber(BigInt(month))}월`;
}

/** `21` is `twenty-first`. */
export function englishOrdinal(value: number): string {
  const spoken = englishNumber(BigInt(value));
  const [, before = '', last = ''] = /^(.*?)([a-z]+)$/.exec(spoken) ?? [];
  const irregular = ORDINALS_EN[last];
  return before + (irregular ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`));
}

/** `2031` is `twenty thirty-one`, `2008` is `two thousand and eight`. */
export function englishYear(year: number): string {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (rest === 0 || (century % 10 === 0 && rest < 10)) return englishNumber(BigInt(year));
  return `${englishGroup(century)} ${rest < 10 ? `oh ${UNITS_EN[rest]}` : englishGroup(rest)}`;
}
