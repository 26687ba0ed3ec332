import { english } from '../../format/texts.ts';

/** The states of a gift (`kit/gift-state.ts`), the same wherever one is shown. */
export const giftStateEn = english({
  'gift_state_of.paying': 'Payment in progress',
  'gift_state_of.needs_bank': 'Confirm with your bank',
  'gift_state_of.declined': 'Card declined',
  'gift_state_of.not_bought': 'Not purchased',
  'gift_state_of.scheduled': 'Scheduled',
  'gift_state_of.waiting': 'Pending acceptance',
  'gift_state_of.correcting': 'Changing recipient',
  'gift_state_of.accepting': 'Being accepted',
  'gift_state_of.ready': 'Ready to use',
  'gift_state_of.partly_used': 'Partly used',
  'gift_state_of.used_up': 'Used up',
  'gift_state_of.on_hold': 'On hold for a payment',
  'gift_state_of.frozen': 'Frozen',
  'gift_state_of.expired': 'Expired',
  'gift_state_of.handed_over': 'Handed over',
  'gift_state_of.refused': 'Refused',
  'gift_state_of.lapsed': 'Not accepted in time',
  'gift_state_of.cancelled': 'Cancelled',
  'gift_state_of.refunding': 'Refund in progress',
  'gift_state_of.refunded': 'Refunded',
  'gift_state_of.refund_delayed': 'Refund delayed',
});
