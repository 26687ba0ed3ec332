import type { Alarm } from '../../kit/alarms/definition.ts';
import type { Metric } from '../../kit/metrics/definition.ts';
import { DISPUTES_OPEN } from './disputes/list-disputes.ts';
import {
  BANK_FILES_WAITING,
  PAYOUTS_PENDING,
  PAYOUTS_PENDING_AGE,
  PAYOUTS_WAITING,
} from './payouts/measure-payouts.ts';
import { DIFFERENCES_OPEN, RECONCILED_AT } from './reconciliation/measure.ts';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;

/** What settlement measures, beside what every server does. */
export const METRICS: readonly Metric[] = [
  DISPUTES_OPEN,
  PAYOUTS_WAITING,
  PAYOUTS_PENDING,
  PAYOUTS_PENDING_AGE,
  BANK_FILES_WAITING,
  DIFFERENCES_OPEN,
  RECONCILED_AT,
];

export const ALARMS: readonly Alarm[] = [
  {
    ...{ name: 'SeonmulSettlementDiffers', severity: 'page', for_s: 0 },
    when: { kind: 'above', metric: DIFFERENCES_OPEN, limit: 0, by: ['acquirer', 'kind'] },
  },
  {
    ...{ name: 'SeonmulReconciliationLate', severity: 'ticket', for_s: HOUR_S },
    when: { kind: 'older', metric: RECONCILED_AT, than_s: 36 * HOUR_S, by: ['acquirer'] },
  },
  {
    ...{ name: 'SeonmulDisputesOpen', severity: 'ticket', for_s: 0 },
    when: { kind: 'above', metric: DISPUTES_OPEN, limit: 0 },
  },
  {
    ...{ name: 'SeonmulPayoutsWaiting', severity: 'ticket', for_s: 0 },
    when: {
      ...{ kind: 'above', metric: PAYOUTS_PENDING_AGE, limit: DAY_S, by: ['state'] },
      where: { state: 'planned' },
    },
  },
  {
    ...{ name: 'SeonmulPayoutsUnanswered', severity: 'ticket', for_s: 0 },
    when: {
      ...{ kind: 'above', metric: PAYOUTS_PENDING_AGE, limit: 3 * DAY_S, by: ['state'] },
      where: { state: 'sent' },
    },
  },
  {
    ...{ name: 'SeonmulBankFilesWaiting', severity: 'ticket', for_s: DAY_S },
    when: { kind: 'above', metric: BANK_FILES_WAITING, limit: 0 },
  },
];
