import { addMs, DAY_MS, HOUR_MS, koreanDay, koreanDayOf } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { isMobile } from '../../../kit/phone.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type Notice, textOf } from './notices.ts';
import { wordsFor } from './own-wordings.ts';
import { queueSpoken } from './spoken-messages.ts';
import { queueText } from './text-messages.ts';

export type SentBy = 'text' | 'call';

export type Told = {
  phone: string;
  locale: Locale;
  /** What the person asked for. */
  by?: SentBy | undefined;
};

const NEWS_MS = 3 * DAY_MS;
/** In Korea. News that can wait comes in these hours. */
const DAY_HOURS = { from: 9, until: 20 };

/** How a message goes to a phone: a number that takes no texts is called, whatever was asked for. */
export function sentBy(phone: string, by?: SentBy): SentBy {
  return by === 'call' || !isMobile(phone) ? 'call' : 'text';
}

/** Tells somebody by text or by a call, in the transaction of what is told. */
export async function tell(context: ShopContext, tx: Executor, to: Told, notice: Notice): Promise<void> {
  const now = context.clock();
  const due_at = canWait(notice) ? nextDaytime(now) : now;
  if (sentBy(to.phone, to.by) === 'text')
    return queueText(context, tx, {
      phone: to.phone,
      text: textOf(context, await wordsFor(context, tx, notice.kind, to.locale), notice),
      due_at,
      notice: { kind: notice.kind, locale: to.locale },
    });
  const operator = notice.operator ?? operatorOf(context);
  const expires_at = 'code' in notice ? notice.expires_at : addMs(due_at, NEWS_MS);
  await queueSpoken(context, tx, to, notice, { operator, due_at, expires_at });
}

function canWait({ kind }: Notice): boolean {
  return kind === 'recipient.certificate_expiring' || kind === 'recipient.certificate_expired';
}

function nextDaytime(now: Date): Date {
  const { from, until } = koreanDay(koreanDayOf(now));
  const opens = addMs(from, DAY_HOURS.from * HOUR_MS);
  if (now < opens) return opens;
  return now < addMs(from, DAY_HOURS.until * HOUR_MS) ? now : addMs(until, DAY_HOURS.from * HOUR_MS);
}

/** Whose phone line calls about what concerns no certificate. Throws `service_unavailable` if none is configured. */
function operatorOf({ parties }: ShopContext): string {
  const operator = parties.find(({ role }) => role === 'management');
  if (operator === undefined) throw new ProblemError('service_unavailable');
  return operator.party;
}
