import type { Alarm } from '../alarms/definition.ts';
import type { Metric } from '../metrics/definition.ts';
import {
  BATCHES_MISSING,
  BATCHES_WAITING,
  NOTICES_UNAPPLIED,
  NOTICES_UNAPPLIED_AGE,
  STREAM_BREAKS,
} from './measure-inbox.ts';
import { BATCHES_REFUSED } from './refused-batches.ts';

/** What a server measures that others tell what happened. */
export const RECEIVER_METRICS: readonly Metric[] = [
  NOTICES_UNAPPLIED,
  NOTICES_UNAPPLIED_AGE,
  STREAM_BREAKS,
  BATCHES_WAITING,
  BATCHES_MISSING,
  BATCHES_REFUSED,
];

/** Either side of a refused batch. */
export const REFUSED_ALARM: Alarm = {
  ...{ name: 'SeonmulBatchesRefused', severity: 'page', for_s: 0 },
  when: {
    ...{ kind: 'rose', metric: BATCHES_REFUSED, by: ['party', 'problem'] },
    ...{ by_more_than: 0, within_s: 900 },
  },
};

export const RECEIVER_ALARMS: readonly Alarm[] = [
  {
    ...{ name: 'SeonmulNoticesUnapplied', severity: 'ticket', for_s: 0 },
    when: { kind: 'above', metric: NOTICES_UNAPPLIED_AGE, limit: 900, by: ['sender', 'reason'] },
  },
  {
    ...{ name: 'SeonmulStreamBroken', severity: 'page', for_s: 0 },
    when: { kind: 'above', metric: STREAM_BREAKS, limit: 0, by: ['sender', 'reason'] },
  },
  {
    ...{ name: 'SeonmulBatchMissing', severity: 'page', for_s: 900 },
    when: { kind: 'above', metric: BATCHES_MISSING, limit: 0, by: ['sender'] },
  },
  {
    ...{ name: 'SeonmulNoticesBehind', severity: 'ticket', for_s: 900 },
    when: { kind: 'above', metric: BATCHES_WAITING, limit: 100, by: ['sender'] },
  },
  REFUSED_ALARM,
];
