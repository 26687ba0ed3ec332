import type { Subscriber } from '../look-ups/look-up.ts';

/** CAMARA's names of what is on file about a subscriber. */
export const ATTRIBUTES = {
  phoneNumber: (s: Subscriber) => s.phone_number,
  name: (s: Subscriber) => s.name,
  givenName: (s: Subscriber) => s.given_name,
  familyName: (s: Subscriber) => s.family_name,
  birthdate: (s: Subscriber) => s.birthdate,
  gender: (s: Subscriber) => s.gender,
  email: (s: Subscriber) => s.email,
  address: (s: Subscriber) => s.address,
  postalCode: (s: Subscriber) => s.postal_code,
  locality: (s: Subscriber) => s.locality,
  country: (s: Subscriber) => s.country,
} as const;

export type Attribute = keyof typeof ATTRIBUTES;
