import { addMs, type Clock, DAY_MS, MINUTE_MS, SECOND_MS } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { backOffMs } from '../due/back-off.ts';
import { newId } from '../ids.ts';
import type { Job } from '../jobs.ts';
import { takeLease } from '../lease.ts';
import type { Logger } from '../log.ts';
import type { Mailer } from '../mail/smtp.ts';
import { count, ofThisProcess } from '../metrics/count.ts';
import { counter } from '../metrics/definition.ts';
import type { Locale } from '../words/index.ts';
import type { Alarm } from './definition.ts';
import { History, holdingNow, type Look, unknownNow } from './holding.ts';
import { endUnseen, markTold, noteHolding, readAlarms, type Stored } from './store.ts';
import { type News, writeAlarmMail } from './write-mail.ts';

export const ALARM_MAILS = ofThisProcess(
  counter(
    'seonmul_alarm_mails_total',
    'Mails to staff about alarms, an address each, by what came of it: sent or failed.',
    ['outcome'],
  ),
);

const LOOK_EVERY_MS = 30 * SECOND_MS;
/** Longer than a round: of several processes, one sends until it is gone. */
const LEASE_MS = 90 * SECOND_MS;
const REMIND_MS = DAY_MS;
/** A mail server that is away is asked again, later and later. */
const FAILED: Parameters<typeof backOffMs>[1] = { min_ms: MINUTE_MS, max_ms: 15 * MINUTE_MS };

export type AlarmContext = { db: Db; clock: Clock; log: Logger };

export type AlarmMails = {
  /** Whose staff they are for: the server's name as a party. */
  server: string;
  to: readonly string[];
  locale: Locale;
  mailer: Pick<Mailer, 'send'>;
};

/**
 * Mails staff when a condition begins to hold, daily while it does, and when it does no more. Every process writes down what
 * it sees; the one that has the lease tells. What it has told is in the database, so another one goes on from there.
 */
export function alarmJob(
  context: AlarmContext,
  alarms: readonly Alarm[],
  look: (now: Date) => Promise<Look>,
  mails: AlarmMails,
): Job {
  const { db, clock } = context;
  const history = new History();
  const holder = newId();
  const waits = { failures: 0, until: new Date(0) };
  return {
    name: 'alarms',
    every_ms: LOOK_EVERY_MS,
    async round() {
      const now = clock();
      const seen = await look(now);
      await noteHolding(db, holdingNow(alarms, seen, history), unknownNow(alarms, seen), now);
      history.keep(seen);
      const lease = await takeLease(db, { name: 'alarm_mails', holder }, now, LEASE_MS);
      if (lease === undefined) return 0;
      await endUnseen(
        db,
        alarms.map(({ name }) => name),
        now,
      );
      if (now < waits.until) return 0;
      const news = newsOf(alarms, await readAlarms(db), now);
      if (news.began.length + news.still.length + news.ended.length === 0) return 0;
      if (await send(context, mails, news)) {
        await markTold(db, news, clock());
        Object.assign(waits, { failures: 0, until: now });
      } else {
        waits.failures += 1;
        waits.until = addMs(now, backOffMs(waits.failures, FAILED));
      }
      return 0;
    },
  };
}

/** What staff are to be told. A reminder comes with whatever else there is to say, or after a day. */
function newsOf(alarms: readonly Alarm[], stored: readonly Stored[], now: Date): News {
  const forMs = new Map(alarms.map(({ name, for_s }) => [name, for_s * SECOND_MS]));
  const open = stored.filter(({ ended_at }) => ended_at === null);
  return {
    began: open.filter(
      ({ alarm, told_at, holds_since }) =>
        told_at === null && now.getTime() - holds_since.getTime() >= (forMs.get(alarm) ?? 0),
    ),
    still: open.filter(
      ({ told_at, reminded_at }) =>
        told_at !== null && now.getTime() - (reminded_at ?? told_at).getTime() >= REMIND_MS,
    ),
    ended: stored.filter(({ ended_at }) => ended_at !== null),
  };
}

/** Whether any of the addresses was reached. */
async function send(
  { log }: AlarmContext,
  { server, to, locale, mailer }: AlarmMails,
  news: News,
): Promise<boolean> {
  const mail = writeAlarmMail(server, locale, news);
  const outcomes = await Promise.all(
    to.map((address) => mailer.send({ ...mail, to: address, message_id: newId() })),
  );
  const reached = outcomes.filter(({ kind }) => kind === 'submitted').length;
  if (reached > 0) count(ALARM_MAILS, { outcome: 'sent' }, reached);
  if (reached < to.length) {
    count(ALARM_MAILS, { outcome: 'failed' }, to.length - reached);
    const problems = outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome.reason] : []));
    log.error({ problems }, 'a mail about alarms could not be sent');
  }
  return reached > 0;
}
