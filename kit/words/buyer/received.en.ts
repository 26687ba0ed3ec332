import { english } from '../../format/texts.ts';

/** The gifts that a member was sent. */
export const buyerReceivedEn = english({
  'received.lists': 'Gifts',
  'received.sent': 'Sent',
  'received.received': 'Received',
  'received.none': 'No gifts yet',
  'received.none_what': 'Gifts sent to the numbers and email address in your account appear here.',
  'received.from': 'From {{name}}',
  'received.answer_by': 'Accept by {{at, date_time}}',
  'received.valid_until': 'Valid until {{at, date}}',
  'received.at': 'Sent on {{at, date}}',
  'received.accept': 'View and accept',
  'received.open': 'Balance and stores',
});
