import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { closed, E164, Timestamp } from './common.ts';

/**
 * POST, at management: a shop asks what the mobile operator says of a phone, before it does something for whoever has it.
 * Only management is a client of operators; what follows from the answer is the shop's own policy.
 */
export const PHONE_CHECKS_PATH = '/v1/peer/phone-checks';

export const AskPhoneCheck = closed({
  phone: E164,
  /** Since when the shop takes the phone for its holder's. */
  since: Timestamp,
  /** How long ago a change of the SIM still counts. */
  hours: Type.Integer({ minimum: 1, maximum: 2_400 }),
});
export type AskPhoneCheck = Static<typeof AskPhoneCheck>;

const Known = Type.Union([Type.Boolean(), Type.Null()]);
/** Null where it is not known. */
export const PhoneCheck = closed({ sim_swapped: Known, recycled: Known });
export type PhoneCheck = Static<typeof PhoneCheck>;

export const CHECK_PHONE_REFUSALS = refusals(
  'rate_limited', // checks of that phone
);
