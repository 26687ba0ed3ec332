import type { Personal, Retention } from '../../../kit/retention.ts';

/** How long rows are kept, and why, beside those of the kit's tables. */
export const CARRIER_RETENTION: Retention = {
  lookups: 'for good: who asked for a name, on what ground',
  subscribers: 'while they have the number',
  used_assertions: '0 days: once they would be refused for their age',
};

/** What they say of people. */
export const CARRIER_PERSONAL: Personal = {
  lookups: { columns: 'phone_number', until: 'PEOPLE_KEPT_DAYS after it was asked for' },
  subscribers: {
    columns: 'phone_number name given_name family_name birthdate gender email address postal_code locality',
    until: 'another has the number',
  },
};
