import type { NoticeKind } from '../words/catalogue.ts';

/** What can be worded otherwise of a message. */
export const WORDING_PARTS = ['sms', 'mail_subject', 'mail_text'] as const;
export type WordingPart = (typeof WORDING_PARTS)[number];

/** The news of a gift, for which an operator may find words of its own. Codes are not among them: their warnings protect people. */
export const WORDED_KINDS = [
  'recipient.gift_arrived',
  'recipient.gift_reminder',
  'recipient.gift_accepted',
  'recipient.gift_refused',
  'recipient.gift_expired',
  'recipient.gift_cancelled',
  'recipient.gift_withdrawn',
  'recipient.gift_charged_back',
  'buyer.purchase_complete',
  'buyer.several_complete',
  'buyer.purchase_failed',
  'buyer.card_declined',
  'buyer.gift_accepted',
  'buyer.gift_refused',
  'buyer.gift_expired',
  'buyer.gift_cancelled',
  'buyer.cash_waits',
  'buyer.recipient_not_reached',
  'buyer.certificate_issued',
  'buyer.certificate_used',
  'buyer.use_reversed',
] as const satisfies readonly NoticeKind[];

/** The news of a certificate, for which a shop may find words of its own. Codes are not among them, for the same reason. */
export const SHOP_WORDED_KINDS = [
  'recipient.certificate_used',
  'recipient.use_reversed',
  'recipient.certificate_expiring',
  'recipient.certificate_expired',
  'recipient.locked_by_staff',
  'recipient.unlocked_by_staff',
  'recipient.certificate_frozen',
  'recipient.certificate_unfrozen',
  'recipient.certificate_charged_back',
  'recipient.handed_over',
  'recipient.pin_changed',
  'recipient.certificate_locked',
  'recipient.opened_by_clerk',
] as const satisfies readonly NoticeKind[];

export type WordedKind = (typeof WORDED_KINDS)[number] | (typeof SHOP_WORDED_KINDS)[number];

/** Characters (UTF-16). A text message of 2,000 bytes, the most that is sent, holds some 950. */
export const WORDING_MAX: Readonly<Record<WordingPart, number>> = {
  sms: 800,
  mail_subject: 150,
  mail_text: 4_000,
};
