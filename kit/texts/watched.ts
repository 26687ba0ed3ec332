import type { Alarm } from '../alarms/definition.ts';
import { LIMIT_REFUSALS } from '../limits-counted.ts';
import type { Metric } from '../metrics/definition.ts';
import { TEXT_PROVIDER_READY, TEXTS_SENT } from './providers.ts';
import { MESSAGES_WAITING, MESSAGES_WAITING_AGE } from './waiting.ts';

/** What a server measures that sends messages to people. */
export const TEXT_METRICS: readonly Metric[] = [
  MESSAGES_WAITING,
  MESSAGES_WAITING_AGE,
  TEXTS_SENT,
  TEXT_PROVIDER_READY,
];

export const TEXT_ALARMS: readonly Alarm[] = [
  {
    ...{ name: 'SeonmulMessagesLate', severity: 'page', for_s: 60 },
    when: {
      ...{ kind: 'above', metric: MESSAGES_WAITING_AGE, limit: 900, by: ['channel'] },
      // Calls wait for the hours in which people may be called.
      where: { channel: 'sms|email' },
    },
  },
  {
    ...{ name: 'SeonmulTextsFailing', severity: 'page', for_s: 0 },
    when: {
      ...{ kind: 'share', metric: TEXTS_SENT, by: ['provider'] },
      ...{ part: { outcome: 'refused|not_sent|unknown' }, above: 0.2, of_at_least: 10, within_s: 900 },
    },
  },
  {
    ...{ name: 'SeonmulTextProviderDown', severity: 'page', for_s: 600 },
    when: { kind: 'below', metric: TEXT_PROVIDER_READY, limit: 1, by: ['provider'] },
  },
  {
    ...{ name: 'SeonmulStrangerCodesSpent', severity: 'ticket', for_s: 0 },
    when: {
      ...{ kind: 'rose', metric: LIMIT_REFUSALS, where: { limit: 'stranger_codes_by_server' } },
      ...{ by_more_than: 0, within_s: 600 },
    },
  },
];
