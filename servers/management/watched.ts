import type { Alarm } from '../../kit/alarms/definition.ts';
import { MAILS_SENT } from '../../kit/mail/smtp.ts';
import type { Metric } from '../../kit/metrics/definition.ts';
import { RECEIVER_ALARMS, RECEIVER_METRICS } from '../../kit/notices/watched.ts';
import { TEXT_ALARMS, TEXT_METRICS } from '../../kit/texts/watched.ts';
import { STUCK_ORDERS } from './console/stuck-orders.ts';
import { GIFT_DISPUTES } from './disputes/list-disputes.ts';
import { DOUBTS } from './orders/uses/check-notice.ts';
import { NOTICES_DOUBTED } from './orders/uses/notice-reader.ts';
import { PAYOUTS_REFUSED } from './shops/list-payouts.ts';

/** What management measures, beside what every server does. */
export const METRICS: readonly Metric[] = [
  STUCK_ORDERS,
  PAYOUTS_REFUSED,
  GIFT_DISPUTES,
  ...RECEIVER_METRICS,
  NOTICES_DOUBTED,
  ...TEXT_METRICS,
];

export const ALARMS: readonly Alarm[] = [
  {
    ...{ name: 'SeonmulOrdersStuck', severity: 'ticket', for_s: 900 },
    when: { kind: 'above', metric: STUCK_ORDERS, limit: 0 },
  },
  {
    ...{ name: 'SeonmulPayoutsRefused', severity: 'ticket', for_s: 0 },
    when: { kind: 'above', metric: PAYOUTS_REFUSED, limit: 0 },
  },
  {
    ...{ name: 'SeonmulDisputesDoubtful', severity: 'ticket', for_s: 300 },
    when: {
      ...{ kind: 'above', metric: GIFT_DISPUTES, limit: 0, by: ['what'] },
      where: { what: 'doubtful|refund_refused|list_unread' },
    },
  },
  ...RECEIVER_ALARMS,
  {
    ...{ name: 'SeonmulNoticesDoubted', severity: 'page', for_s: 0 },
    when: {
      ...{ kind: 'rose', metric: NOTICES_DOUBTED, by: ['sender', 'reason'] },
      // A notice that waits for the answer to a cancellation is booked or refused by itself.
      ...{
        where: { reason: DOUBTS.filter((reason) => reason !== 'being_cancelled').join('|') },
        by_more_than: 0,
        within_s: 3_600,
      },
    },
  },
  ...TEXT_ALARMS,
  {
    ...{ name: 'SeonmulMailsFailing', severity: 'page', for_s: 0 },
    when: {
      ...{ kind: 'share', metric: MAILS_SENT, part: { outcome: 'refused|not_sent|unknown' } },
      ...{ above: 0.2, of_at_least: 10, within_s: 900 },
    },
  },
];
