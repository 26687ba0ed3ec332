import type { Alarm } from '../../kit/alarms/definition.ts';
import type { Metric } from '../../kit/metrics/definition.ts';
import { BATCHES_REFUSED } from '../../kit/notices/refused-batches.ts';
import { REFUSED_ALARM } from '../../kit/notices/watched.ts';
import { TEXT_ALARMS, TEXT_METRICS } from '../../kit/texts/watched.ts';
import { ACCOUNT_CHANGES_OPEN } from './office/account-changes.ts';
import { PINS_COMPARED, PINS_GUESSED, PINS_WRONG_RATIO } from './opening/spraying.ts';

/** What a shop measures, beside what every server does. */
export const METRICS: readonly Metric[] = [
  PINS_GUESSED,
  PINS_COMPARED,
  PINS_WRONG_RATIO,
  ACCOUNT_CHANGES_OPEN,
  BATCHES_REFUSED,
  ...TEXT_METRICS,
];

export const ALARMS: readonly Alarm[] = [
  {
    ...{ name: 'SeonmulPinsGuessed', severity: 'page', for_s: 0 },
    when: { kind: 'above', metric: PINS_GUESSED, limit: 0, by: ['origin'] },
  },
  {
    ...{ name: 'SeonmulAccountChanged', severity: 'page', for_s: 0 },
    when: { kind: 'above', metric: ACCOUNT_CHANGES_OPEN, limit: 0 },
  },
  REFUSED_ALARM,
  ...TEXT_ALARMS,
];
