import type { DoneSoFar } from '../api.ts';
import type { TextKey } from './arrived.ts';

/** What proves a step: a text message to one of two people, or a server's count. */
type Shape = {
  id: string;
  provenBy?: readonly ['buyer' | 'recipient', TextKey];
  countedAs?: keyof DoneSoFar;
};

/** The steps in order, for whoever gives and gets a gift, and for whoever runs all of it. */
export const TRACKS = {
  gift: [
    { id: 'log_in', countedAs: 'log_in' },
    { id: 'give', countedAs: 'give' },
    { id: 'card', countedAs: 'card' },
    { id: 'recipient', countedAs: 'recipient', provenBy: ['buyer', 'buyer.purchase_complete.sms'] },
    { id: 'text', provenBy: ['recipient', 'recipient.gift_arrived.sms'] },
    { id: 'accept', provenBy: ['recipient', 'recipient.gift_accepted.sms'] },
    { id: 'enrol', countedAs: 'enrol' },
    { id: 'receive', provenBy: ['buyer', 'buyer.certificate_issued.sms'] },
    { id: 'redeem', provenBy: ['recipient', 'recipient.certificate_used.sms'] },
    { id: 'heard', provenBy: ['buyer', 'buyer.certificate_used.sms'] },
  ],
  operator: [
    { id: 'operator_log_in', countedAs: 'operator_log_in' },
    { id: 'operator_brand', countedAs: 'operator_brand' },
    { id: 'operator_stuck', countedAs: 'operator_stuck' },
    { id: 'operator_story', countedAs: 'operator_story' },
    { id: 'operator_payout', countedAs: 'operator_payout' },
  ],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;

export type Track = keyof typeof TRACKS;
export type StepId = (typeof TRACKS)[Track][number]['id'];
export type TourStep = Shape & { id: StepId };
