import { currencyExponent } from '../money.ts';
import { formatPhone } from '../phone-format.ts';
import { withParticle } from './particles.ts';
import {
  englishOrdinal,
  englishYear,
  koreanHour,
  koreanMonth,
  spokenCount,
  spokenDigits,
  spokenNumber,
} from './spoken-numbers.ts';
import type { MainLocale, MoneyVar, TimeVar } from './texts.ts';

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Seoul',
  ...{
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  },
});
const MONTH_EN = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', month: 'long' });

/** `오만 원`, `fifty thousand won`. Other currencies are named with their amount: `12.34 US dollars`. */
export function spokenMoney({ amount_minor, currency }: MoneyVar, locale: MainLocale): string {
  const minor = BigInt(amount_minor);
  if (currency === 'KRW') return `${spokenNumber(minor, locale)} ${locale === 'ko' ? '원' : 'won'}`;
  const decimal = `${minor}E-${currencyExponent(currency)}` as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name' }).format(
    decimal,
  );
}

/** `공일공, 구팔칠육, 오사삼이`; a foreign number for an English ear begins with `plus`. */
export function spokenPhone(e164: string, locale: MainLocale): string {
  const written = formatPhone(e164, 'ko');
  const digits = spokenDigits(written, locale);
  if (!written.startsWith('+')) return digits;
  return `${locale === 'ko' ? '플러스' : 'plus'} ${digits}`;
}

/** `이천이십육년 십일월 이십오일`, `the twenty-fifth of November twenty twenty-six`. */
export function spokenDate(at: TimeVar, locale: MainLocale): string {
  const { year, month, day } = koreanTime(at);
  if (locale === 'en')
    return `the ${englishOrdinal(day)} of ${MONTH_EN.format(new Date(at))} ${englishYear(year)}`;
  return `${spokenNumber(BigInt(year), 'ko').replaceAll(' ', '')}년 ${koreanMonth(month)} ${spokenNumber(BigInt(day), 'ko')}일`;
}

/** A time in the near future, so without its year: `십일월 이십오일 오후 여섯 시`, `the twenty-fifth of November, six p.m.`. */
export function spokenDateTime(at: TimeVar, locale: MainLocale): string {
  const { month, day, hour, minute } = koreanTime(at);
  const clock = spokenClock(hour, minute, locale);
  return locale === 'ko'
    ? `${koreanMonth(month)} ${spokenNumber(BigInt(day), 'ko')}일 ${clock}`
    : `the ${englishOrdinal(day)} of ${MONTH_EN.format(new Date(at))}, ${clock} Korean time`;
}

function spokenClock(hour: number, minute: number, locale: MainLocale): string {
  const minutes = minute === 0 ? '' : spokenNumber(BigInt(minute), locale);
  if (locale === 'ko') return `${koreanHour(hour)}${minutes === '' ? '' : ` ${minutes} 분`}`;
  const spoken = minutes === '' ? '' : ` ${minute < 10 ? 'oh ' : ''}${minutes}`;
  return `${spokenNumber(BigInt(hour % 12 || 12), 'en')}${spoken} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

const TIME = String.raw`([01]?\d|2[0-4]):([0-5]\d)`;
const TIMES = new RegExp(`${TIME}\\s*[-–—~]\\s*${TIME}`, 'g');
const ONE_TIME = new RegExp(TIME, 'g');

/** Opening hours as a shop writes them: `매일 10:00–21:00` is `매일 오전 열 시부터 오후 아홉 시까지`. */
export function spokenHours(text: string, locale: MainLocale): string {
  const clock = (hour = '', minute = '') => spokenClock(Number(hour) % 24, Number(minute), locale);
  const spoken = text
    .replace(TIMES, (_times, fromHour, fromMinute, toHour, toMinute) => {
      const [from, to] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
      return locale === 'ko' ? `${from}부터 ${to}까지` : `from ${from} to ${to}`;
    })
    .replace(ONE_TIME, (_time, hour, minute) => clock(hour, minute));
  return spokenText(spoken);
}

/**
 * A masked name (`maskName`) in speech, which has no stars: the number of letters, and those that are not masked.
 * `홍*동`: `모두 세 글자이고, 첫 글자는 홍, 끝 글자는 동`. A name of several words is described word by word.
 */
export function spokenMaskedName(masked: string, locale: MainLocale): string {
  const words = masked.split(' ');
  if (locale === 'ko')
    return words.length === 1
      ? koreanName(masked)
      : words.map((word, i) => `${i + 1}번째 단어는 ${koreanName(word)}`).join(', ');
  const parts = words.map(englishName);
  return parts.length === 1
    ? (parts[0] ?? '')
    : `${spokenNumber(BigInt(parts.length), 'en')} words: ${parts.join('; then ')}`;
}

const INITIALS = new Intl.ListFormat('en-GB');

/**
 * The person behind a masked name, as part of a sentence: `이름이 홍으로 시작하고 동으로 끝나는 분`, `the person whose name
 * begins with 홍 and ends with 동`. Of a name of several words, its initials. The Korean always ends in a consonant, so
 * a text can write the particle after it.
 */
export function spokenPerson(masked: string, locale: MainLocale): string {
  const words = masked.split(' ').map(shownLetters);
  const initials = words.map(({ first }) => first).filter((first) => first !== '');
  const last = words.length === 1 ? (words[0]?.last ?? '') : '';
  if (initials.length === 0) return locale === 'ko' ? '상대방' : 'the other person';
  if (locale === 'ko') {
    const name = `이름이 ${withParticle(initials.join(', '), '으로/로')}`;
    return last === ''
      ? `${name} 시작하는 분`
      : `${name} 시작하고 ${withParticle(last, '으로/로')} 끝나는 분`;
  }
  if (words.length > 1) return `the person with the initials ${INITIALS.format(initials)}`;
  return `the person whose name begins with ${initials[0]}${last === '' ? '' : ` and ends with ${last}`}`;
}

function koreanName(masked: string): string {
  const { letters, first, last } = shownLetters(masked);
  const count = `모두 ${spokenCount(BigInt(letters), 'ko')} 글자이고`;
  if (first === '') return `${count}, 그 글자는 가려져 있어요`;
  return `${count}, 첫 글자는 ${first}${last === '' ? '' : `, 끝 글자는 ${last}`}`;
}

function englishName(masked: string): string {
  const { letters, first, last } = shownLetters(masked);
  const count = letters === 1 ? 'one letter' : `${spokenNumber(BigInt(letters), 'en')} letters`;
  if (first === '') return `${count}, not told`;
  return `${count}, the first is ${first}${last === '' ? '' : `, the last is ${last}`}`;
}

function shownLetters(masked: string): { letters: number; first: string; last: string } {
  const letters = Array.from(masked.normalize('NFC'));
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : '';
  return {
    letters: letters.length,
    first: letters[0] === '*' ? '' : (letters[0] ?? ''),
    last: last === '*' ? '' : last,
  };
}

/** User text for a voice: without emoji and symbols, which it would spell out, and of limited length. */
export function spokenText(text: string): string {
  return Array.from(
    text.replace(/[\p{Extended_Pictographic}\p{Cc}\p{Cf}\p{Emoji_Modifier}<>{}[\]|\\^~`*_#"“”]/gu, ' '),
  )
    .slice(0, 300)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const BRANDS_KO: Readonly<Record<string, string>> = {
  visa: '비자',
  mastercard: '마스터',
  amex: '아메리칸 익스프레스',
  jcb: '제이씨비',
  unionpay: '유니온페이',
  diners: '다이너스',
  discover: '디스커버',
};

/** A card's brand as people say it; an unknown one is capitalised. */
export function cardBrand(brand: string, locale: MainLocale): string {
  const name = brand.charAt(0).toUpperCase() + brand.slice(1);
  return locale === 'en' ? name : (BRANDS_KO[brand.toLowerCase()] ?? name);
}

type KoreanTime = { year: number; month: number; day: number; hour: number; minute: number };

function koreanTime(at: TimeVar): KoreanTime {
  const parts = new Map(PARTS.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}
