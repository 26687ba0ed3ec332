import type { Registry } from 'prom-client';
import type { SettingValues } from '../config.ts';
import type { Job } from '../jobs.ts';
import { type Mailer, mailer } from '../mail/smtp.ts';
import type { Alarm } from './definition.ts';
import { lookAt } from './holding.ts';
import type { ALARM_SETTINGS } from './settings.ts';
import { type AlarmContext, alarmJob } from './tell.ts';

/** Mails to staff, where somebody is to be mailed; by the server's own mailer, if it sends mail anyway. */
export function alarmMails(
  { metrics, mail }: { metrics: Registry; mail: Mailer | undefined },
  base: AlarmContext & {
    settings: SettingValues<typeof ALARM_SETTINGS>;
    signingKey: { party: string };
  },
  alarms: readonly Alarm[],
): { jobs: Job[]; close: () => void } {
  const { smtpUrl, mailFrom, alarmMailTo, alarmMailLanguage } = base.settings;
  if (alarmMailTo.length === 0) return { jobs: [], close() {} };
  const by = mail ?? mailer({ url: smtpUrl, from: mailFrom });
  const mails = { server: base.signingKey.party, to: alarmMailTo, locale: alarmMailLanguage, mailer: by };
  return { jobs: [alarmJob(base, alarms, (now) => lookAt(metrics, now), mails)], close: () => by.close() };
}
