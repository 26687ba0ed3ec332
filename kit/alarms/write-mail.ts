import { type MailContent, mailHtml } from '../mail/mail-html.ts';
import { type Locale, words } from '../words/index.ts';
import { alarmTitlesEn } from '../words/owner/alarm-titles.en.ts';
import { alarmTitlesKo } from '../words/owner/alarm-titles.ko.ts';
import type { Stored } from './store.ts';

export type News = { began: readonly Stored[]; still: readonly Stored[]; ended: readonly Stored[] };

const LISTED_MAX = 30;

/** One mail for all that is new. */
export function writeAlarmMail(
  server: string,
  locale: Locale,
  { began, still, ended }: News,
): { subject: string; text: string; html: string } {
  const w = words(locale);
  const titles = locale === 'ko' ? alarmTitlesKo : alarmTitlesEn;
  const parts = [
    ...part(w.t('alarm.began'), began, true),
    ...part(w.t('alarm.still'), still, true),
    ...part(w.t('alarm.ended'), ended, false),
  ];
  const body = parts.join('\n\n');
  const subject = subjectOf();
  const footer = w.t('alarm.footer');
  const content: MailContent = { subject, body, footer, preheader: '' };
  return { subject, text: `${body}\n\n${footer}\n`, html: mailHtml(w, content) };

  function subjectOf(): string {
    const [first] = began.length > 0 ? began : ended;
    const title = first === undefined ? '' : titles[first.alarm];
    if (began.length > 1) return w.t('alarm.subject_began_more', { server, title, more: began.length - 1 });
    if (began.length === 1) return w.t('alarm.subject_began', { server, title });
    if (still.length > 0) return w.t('alarm.subject_reminder', { server, count: still.length });
    return w.t('alarm.subject_ended', { server, title });
  }

  function part(head: string, alarms: readonly Stored[], withPages: boolean): string[] {
    if (alarms.length === 0) return [];
    const lines = alarms.slice(0, LISTED_MAX).map(({ alarm, subject, holds_since }) =>
      w.t('alarm.line', {
        ...{ title: titles[alarm], name: alarm, about: subject === '' ? '' : `: ${subject}` },
        since: holds_since,
      }),
    );
    const more = alarms.length - LISTED_MAX;
    const pages = withPages ? [...new Set(alarms.map(({ alarm }) => alarm))] : [];
    return [
      [head, ...lines, ...(more > 0 ? [w.t('alarm.more', { count: more })] : [])].join('\n'),
      ...(pages.length === 0 ? [] : [pages.map((name) => w.t('alarm.page', { name })).join('\n')]),
    ];
  }
}
