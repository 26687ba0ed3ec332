import { textsIn } from '../format/engine.ts';
import { date, dateTime, money } from '../format/format.ts';
import type { Locale, MoneyVar, TimeVar } from '../format/texts.ts';
import type { ProblemCode } from '../http/statuses.ts';
import { formatPhone } from '../phone-format.ts';
import {
  CATALOGUE,
  type MessageKey,
  type MessageVars,
  type NoticeKind,
  type NoticeVars,
  type SpokenVars,
} from './catalogue.ts';
import { problemsEn } from './everyone/problems.en.ts';
import { problemsKo } from './everyone/problems.ko.ts';

export type { Locale, MoneyVar, TimeVar } from '../format/texts.ts';
export type { MessageKey, MessageVars, NoticeKind, NoticeVars } from './catalogue.ts';

export const LOCALES = ['ko', 'en'] as const satisfies readonly Locale[];

type NoVars = Record<never, never>;

/** The arguments after the key: the variables that its template names, or nothing when it names none. */
export type TextVars<Key extends MessageKey> =
  NoVars extends MessageVars<Key> ? [vars?: NoVars] : [vars: MessageVars<Key>];

/** All words for people in one language, in every channel. */
export type Words = {
  readonly locale: Locale;
  /** The text of a key; its variables are those that its template names. */
  t<Key extends MessageKey>(key: Key, ...vars: TextVars<Key>): string;
  /**
   * Title and detail of a problem document. Told in the detail are `retry_after_s`, `expired_on` and `attempts_left`, and the
   * limits of an amount, `min_minor`, `max_minor` and `currency`.
   */
  problem(code: ProblemCode, extra?: Readonly<Record<string, unknown>>): { title: string; detail: string };
  sms<Kind extends NoticeKind>(kind: Kind, vars: NoticeVars<Kind>): string;
  /** Subject and body; `writeMail` makes the mail of it. */
  mail<Kind extends NoticeKind>(kind: Kind, vars: NoticeVars<Kind>): { subject: string; text: string };
  /** One item of news in a call; of a code, only what it is for: the dialogue says the code, digit by digit. */
  spoken<Kind extends NoticeKind>(kind: Kind, vars: SpokenVars<Kind>): string;
  money(amount: MoneyVar): string;
  phone(e164: string): string;
  date(at: TimeVar): string;
  dateTime(at: TimeVar): string;
};

function wordsIn(locale: Locale): Words {
  const text = textsIn(locale, CATALOGUE[locale]);
  const problems = locale === 'ko' ? problemsKo : problemsEn;
  return {
    locale,
    t: (key, ...[vars]) => text(key, vars ?? {}),
    problem(code, extra = {}) {
      const [title, detail] = problems[code];
      const { retry_after_s: wait_s, expired_on: day, attempts_left } = extra;
      const more = [
        ...(typeof attempts_left === 'number' ? [attemptsText(attempts_left, locale)] : []),
        ...(typeof wait_s === 'number' ? [waitText(wait_s, locale)] : []),
        ...(typeof day === 'string' ? [expiredText(day, locale)] : []),
      ];
      return { title, detail: [rangeText(extra, locale) ?? detail, ...more].join(' ') };
    },
    sms: (kind, vars) => text(`${kind}.sms`, vars),
    mail: (kind, vars) => ({
      // A line break in a name must not begin another header.
      subject: text(`${kind}.mail_subject`, vars).replace(/[\p{Cc}\u2028\u2029]+/gu, ' '),
      text: text(`${kind}.mail_text`, vars),
    }),
    spoken: (kind, vars) => text(`${kind}.spoken`, vars),
    money: (amount) => money(amount, locale),
    phone: (e164) => formatPhone(e164, locale),
    date: (at) => date(at, locale),
    dateTime: (at) => dateTime(at, locale),
  };
}

/** What may be entered, in place of a detail that names no figures. */
function rangeText(extra: Readonly<Record<string, unknown>>, locale: Locale): string | undefined {
  const { min_minor, max_minor, currency } = extra;
  if (typeof min_minor !== 'string' || typeof max_minor !== 'string' || typeof currency !== 'string')
    return undefined;
  const [least, most] = [min_minor, max_minor].map((minor) =>
    money({ amount_minor: BigInt(minor), currency }, locale),
  );
  return locale === 'ko'
    ? `${least}~${most} 사이로 입력해 주세요.`
    : `Enter an amount from ${least} to ${most}.`;
}

function expiredText(day: string, locale: Locale): string {
  return locale === 'ko' ? `${date(day, 'ko')}까지 쓸 수 있었어요.` : `It expired on ${date(day, 'en')}.`;
}

function attemptsText(left: number, locale: Locale): string {
  if (locale === 'ko') return left === 0 ? '더 시도할 수 없어요.' : `${left}번 더 시도할 수 있어요.`;
  if (left === 0) return 'You have no attempts left.';
  return left === 1 ? 'You have 1 attempt left.' : `You have ${left} attempts left.`;
}

function waitText(seconds: number, locale: Locale): string {
  const minutes = Math.ceil(seconds / 60);
  if (locale === 'ko')
    return `${seconds < 120 ? `${seconds}초` : `${minutes}분`} 뒤에 다시 시도할 수 있어요.`;
  if (seconds === 1) return 'You can try again in 1 second.';
  return `You can try again in ${seconds < 120 ? `${seconds} seconds` : `${minutes} minutes`}.`;
}

const WORDS: Readonly<Record<Locale, Words>> = { ko: wordsIn('ko'), en: wordsIn('en') };

export function words(locale: Locale): Words {
  return WORDS[locale];
}

/**
 * What is said by phone of a notice, with … in place of each variable; null for what is no notice. In Korean, both forms of
 * a particle stand behind it: …을(를).
 */
export function spokenOutline(locale: Locale, kind: string): string | null {
  const texts: Readonly<Record<string, string>> = CATALOGUE[locale];
  const text = texts[`${kind}.spoken`];
  return (
    text?.replace(/\{\{.+?(?:josa:(.+?)\/(.+?))?\}\}/g, (_all, first, second) =>
      first === undefined ? '…' : `…${first}(${second})`,
    ) ?? null
  );
}
