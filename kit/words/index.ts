import { textsIn } from '../format/engine.ts';
import { date, dateTime, money } from '../format/format.ts';
import { type Locale, type MainLocale, mainLocale } from '../format/locale.ts';
import type { MoneyVar, TimeVar } from '../format/texts.ts';
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
import { PROBLEMS } from './everyone/problems.ts';
import { attemptsText, EXPIRED, LATEST, RANGE, waitText } from './everyone/waits.ts';

export { LOCALES, type Locale, MAIN_LOCALES, type MainLocale, mainLocale } from '../format/locale.ts';
export type { MoneyVar, TimeVar } from '../format/texts.ts';
export type { MessageKey, MessageVars, NoticeKind, NoticeVars } from './catalogue.ts';

type NoVars = Record<never, never>;

/** The arguments after the key: the variables that its template names, or nothing when it names none. */
export type TextVars<Key extends MessageKey> =
  NoVars extends MessageVars<Key> ? [vars?: NoVars] : [vars: MessageVars<Key>];

/**
 * All words for people in one language, in every channel. What is only there in Korean and English, such as what is said
 * by phone, is in `mainLocale` of it.
 */
export type Words = {
  readonly locale: Locale;
  /** The text of a key; its variables are those that its template names. */
  t<Key extends MessageKey>(key: Key, ...vars: TextVars<Key>): string;
  /**
   * Title and detail of a problem document. Told in the detail are `retry_after_s`, `expired_on` and `attempts_left`, and the
   * limits of an amount, `min_minor`, `max_minor` and `currency`, or of a time, `latest`.
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

function wordsIn(locale: Locale, text: Say): Words {
  const problems: Readonly<Record<ProblemCode, readonly [title: string, detail: string]>> = {
    ...PROBLEMS[mainLocale(locale)],
    ...PROBLEMS[locale],
  };
  return {
    locale,
    t: (key, ...[vars]) => text(key, vars ?? {}),
    problem(code, extra = {}) {
      const [title, detail] = problems[code];
      const { retry_after_s: wait_s, expired_on: day, attempts_left } = extra;
      const more = [
        ...(typeof attempts_left === 'number' ? [attemptsText(attempts_left, locale)] : []),
        ...(typeof wait_s === 'number' ? [waitText(wait_s, locale)] : []),
        ...(typeof day === 'string' ? [EXPIRED[locale](date(day, locale))] : []),
      ];
      const said = [rangeText(extra, locale) ?? latestText(extra, locale) ?? detail, ...more];
      return { title, detail: said.join(locale === 'ko' || locale === 'en' ? ' ' : '') };
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
  const written = (minor: string) => money({ amount_minor: BigInt(minor), currency }, locale);
  return RANGE[locale](written(min_minor), written(max_minor));
}

/** Until when a time may be chosen, in place of a detail that names none. */
function latestText({ latest }: Readonly<Record<string, unknown>>, locale: Locale): string | undefined {
  return typeof latest === 'string' ? LATEST[locale](dateTime(latest, locale)) : undefined;
}

type Say = (key: string, vars: object) => string;

/** The texts of a language; those that it lacks are said in its `mainLocale`. */
function textsOf(locale: Locale): Say {
  const own = textsIn(locale, CATALOGUE[locale]);
  const main = mainLocale(locale);
  if (main === locale) return own;
  const others = textsIn(main, CATALOGUE[main]);
  return (key, vars) => (Object.hasOwn(CATALOGUE[locale], key) ? own : others)(key, vars);
}

const WORDS: Readonly<Record<Locale, Words>> = {
  ko: wordsIn('ko', textsOf('ko')),
  en: wordsIn('en', textsOf('en')),
  ja: wordsIn('ja', textsOf('ja')),
  zh: wordsIn('zh', textsOf('zh')),
};

export function words(locale: Locale): Words {
  return WORDS[locale];
}

/** The same with some texts of somebody's own, by key. Their placeholders have been compared with the catalogue's. */
export function wordsWith(locale: Locale, own: Readonly<Record<string, string>>): Words {
  const [ours, others] = [textsIn(locale, own), textsOf(locale)];
  return wordsIn(locale, (key, vars) => (Object.hasOwn(own, key) ? ours : others)(key, vars));
}

/**
 * What is said by phone of a notice, with … in place of each variable; null for what is no notice. In Korean, both forms of
 * a particle stand behind it: …을(를).
 */
export function spokenOutline(locale: MainLocale, kind: string): string | null {
  const texts: Readonly<Record<string, string>> = CATALOGUE[locale];
  const text = texts[`${kind}.spoken`];
  return (
    text?.replace(/\{\{.+?(?:josa:(.+?)\/(.+?))?\}\}/g, (_all, first, second) =>
      first === undefined ? '…' : `…${first}(${second})`,
    ) ?? null
  );
}
