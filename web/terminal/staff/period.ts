import type { paths } from '../../api/shop.gen.ts';
import type { TerminalWords } from '../words.ts';

type Shift =
  paths['/v1/terminal/shifts']['get']['responses'][200]['content']['application/json']['shifts'][number];

/** What a report is about: today, or a shift. */
export type Period = {
  key: string;
  name: string;
  /** From when to when, and who ended it. */
  about: string;
  since: string;
  until?: string;
  /** Of the shift that can be ended. */
  open_shift_no?: number;
};

/** A terminal's first shift begins with it. */
const FIRST = new Date(0).toISOString();

/** Today first, then the open shift, then those that have ended, newest first. */
export function periodsOf(
  { t }: TerminalWords,
  today: Date,
  shifts: readonly Shift[],
): readonly [Period, ...Period[]] {
  const since = today.toISOString();
  const ofToday = {
    key: 'today',
    name: t('till.period_today'),
    about: t('till.report_since', { since }),
    since,
  };
  return [
    ofToday,
    ...shifts.map(({ shift_no, begun_at, ended_at, ended_by }): Period => {
      const from = begun_at ?? FIRST;
      const begun = begun_at === null ? '' : t('till.report_since', { since: begun_at });
      const key = `${shift_no}`;
      if (ended_at === null)
        return {
          key,
          name: t('till.period_now', { shift_no }),
          about: begun || t('till.period_now', { shift_no }),
          since: from,
          open_shift_no: shift_no,
        };
      const ended = t('till.shift_until', { at: ended_at, clerk_name: ended_by ?? '' });
      const about = [begun, ended].filter((part) => part !== '').join(' · ');
      return { key, name: t('till.period_shift', { shift_no }), about, since: from, until: ended_at };
    }),
  ];
}
