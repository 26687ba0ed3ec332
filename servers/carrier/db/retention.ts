import type { Retention } from '../../../kit/retention.ts';

/** How long rows are kept, and why, beside those of the kit's tables. */
export const CARRIER_RETENTION: Retention = {
  lookups: 'for good: who asked for whose name',
  subscribers: 'while they have the number',
  used_assertions: '0 days: once they would be refused for their age',
};
