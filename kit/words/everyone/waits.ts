import type { Locale } from '../../format/locale.ts';

/** Until when a certificate could be used, of a day that is already written in the language. */
export const EXPIRED: Readonly<Record<Locale, (day: string) => string>> = {
  ko: (day) => `${day}까지 쓸 수 있었어요.`,
  en: (day) => `It expired on ${day}.`,
  ja: (day) => `有効期限は${day}でした。`,
  zh: (day) => `有效期至${day}。`,
};

const IN_SECONDS: Readonly<Record<Locale, (seconds: number) => string>> = {
  ko: (seconds) => `${seconds}초 뒤에 다시 시도할 수 있어요.`,
  en: (seconds) => `You can try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  ja: (seconds) => `${seconds}秒後にもう一度お試しいただけます。`,
  zh: (seconds) => `请在${seconds}秒后重试。`,
};

const IN_MINUTES: Readonly<Record<Locale, (minutes: number) => string>> = {
  ko: (minutes) => `${minutes}분 뒤에 다시 시도할 수 있어요.`,
  en: (minutes) => `You can try again in ${minutes} minutes.`,
  ja: (minutes) => `${minutes}分後にもう一度お試しいただけます。`,
  zh: (minutes) => `请在${minutes}分钟后重试。`,
};

/** When something can be tried again: in seconds below two minutes, else in minutes, rounded up. */
export function waitText(seconds: number, locale: Locale): string {
  return seconds < 120 ? IN_SECONDS[locale](seconds) : IN_MINUTES[locale](Math.ceil(seconds / 60));
}

const TRIES_LEFT: Readonly<Record<Locale, readonly [none: string, some: (left: number) => string]>> = {
  ko: ['더 시도할 수 없어요.', (left) => `${left}번 더 시도할 수 있어요.`],
  en: [
    'You have no attempts left.',
    (left) => `You have ${left} ${left === 1 ? 'attempt' : 'attempts'} left.`,
  ],
  ja: ['これ以上はお試しいただけません。', (left) => `あと${left}回お試しいただけます。`],
  zh: ['已没有剩余次数。', (left) => `还可以尝试${left}次。`],
};

/** How often something can still be tried. */
export function attemptsText(left: number, locale: Locale): string {
  const [none, some] = TRIES_LEFT[locale];
  return left === 0 ? none : some(left);
}

/** Until when a time may be chosen, which is already written in the language. */
export const LATEST: Readonly<Record<Locale, (latest: string) => string>> = {
  ko: (latest) => `지금부터 ${latest} 사이로 선택해 주세요.`,
  en: (latest) => `Choose a time between now and ${latest}.`,
  ja: (latest) => `今から${latest}までの日時を選んでください。`,
  zh: (latest) => `请选择从现在到${latest}之间的时间。`,
};

/** What may be entered, of amounts that are already written in the language. */
export const RANGE: Readonly<Record<Locale, (least: string, most: string) => string>> = {
  ko: (least, most) => `${least}~${most} 사이로 입력해 주세요.`,
  en: (least, most) => `Enter an amount from ${least} to ${most}.`,
  ja: (least, most) => `${least}～${most}の範囲で入力してください。`,
  zh: (least, most) => `请输入${least}至${most}之间的金额。`,
};
