import type { Alarm } from '../../kit/alarms/definition.ts';
import * as every from '../../kit/alarms/every-server.ts';
import type { Metric } from '../../kit/metrics/definition.ts';
import * as management from '../../servers/management/watched.ts';
import * as settlement from '../../servers/settlement/watched.ts';
import * as shop from '../../servers/shop/watched.ts';

export type Watched = { title: string; metrics: readonly Metric[]; alarms: readonly Alarm[] };

/** What is measured and watched at each kind of server. The carrier has nothing of its own. */
export const WATCHED: readonly Watched[] = [
  { title: 'every server', metrics: every.METRICS, alarms: every.ALARMS },
  { title: 'the management server', metrics: management.METRICS, alarms: management.ALARMS },
  { title: 'the settlement server', metrics: settlement.METRICS, alarms: settlement.ALARMS },
  { title: 'a shop', metrics: shop.METRICS, alarms: shop.ALARMS },
];

export const ALL_METRICS: readonly Metric[] = [...new Set(WATCHED.flatMap(({ metrics }) => metrics))];
/** One that two servers have stands with the first. */
export const ALL_ALARMS: readonly Alarm[] = [...new Set(WATCHED.flatMap(({ alarms }) => alarms))];
