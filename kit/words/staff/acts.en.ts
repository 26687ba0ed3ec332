import { english } from '../../format/texts.ts';

/** What staff do with one gift or certificate from its page, and what they note about it. */
export const actsEn = english({
  'acts.actions': 'Actions',
  'acts.reason_hint': 'Other staff can read this. Don’t include PINs or card numbers.',
  'acts.notes': 'Notes and actions',
  'acts.notes_none': 'No notes yet.',
  'acts.note_add': 'Add note',
  'acts.note_ask': 'Notes can’t be edited or deleted. Customers don’t see them.',
  'acts.note_text': 'Note',
  'acts.note_done': 'Note added.',
  'acts.forgotten': 'This text was deleted at the end of its retention period.',
  'acts.did.note': 'Note',
  'acts.did.resend': 'Resent the message',
  'acts.did.correct': 'Changed the recipient',
  'acts.did.cancel': 'Cancelled the gift',
  'acts.did.refund': 'Refunded the gift',
  'acts.did.ask_cancel': 'Asked the operator to cancel the gift',
  'acts.did.ask_refund': 'Asked the operator to refund the gift',
  'acts.did.lock': 'Locked the certificate',
  'acts.did.unlock': 'Unlocked the certificate',
  'acts.resend': 'Resend message',
  'acts.resend_ask': 'The recipient gets the message about this gift again, with a new link.',
  'acts.resend_done': 'Message resent.',
  'acts.cancel': 'Cancel gift',
  'acts.cancel_ask':
    'The gift ends, and {{amount, money}} is refunded to the buyer. The buyer is notified.',
  'acts.cancel_done': 'Gift cancelled.',
  'acts.refund': 'Refund gift',
  'acts.refund_ask':
    'The certificate ends, and {{amount, money}} is refunded to the buyer. Buyer and recipient are notified. The shop declines if any of it was used or handed over.',
  'acts.refund_done': 'Refund started.',
  'acts.refund_here_ask':
    'The certificate ends, and {{amount, money}} is refunded to the buyer. Buyer and recipient are notified.',
  'acts.operator_silent':
    'The gift operator can’t be reached, so the message can’t be resent and the gift can’t be cancelled or refunded right now.',
  'acts.correct': 'Change recipient',
  'acts.correct_ask':
    'First look up the new recipient. Nothing changes until you confirm. This counts towards the buyer’s daily look-ups.',
  'acts.correct_by': 'Send to',
  'acts.correct_phone': 'Phone number',
  'acts.correct_email': 'Email address',
  'acts.correct_name': 'Recipient’s name',
  'acts.correct_name_if_asked': 'Recipient’s name (if the number can’t be looked up)',
  'acts.correct_find': 'Look up',
  'acts.correct_found': 'The gift will go to {{name}}, {{address}}. The link sent before stops working.',
  'acts.correct_recycled': 'This number changed hands recently. Check with the buyer that it is right.',
  'acts.correct_confirm': 'Change recipient',
  'acts.correct_done': 'Recipient changed.',
  'acts.lock': 'Lock certificate',
  'acts.lock_ask':
    'Nobody can open or use this certificate until it is unlocked: in stores, online or by phone. Anything that had it open ends. The expiry date doesn’t change, and the holder is told.',
  'acts.lock_done': 'Certificate locked.',
  'acts.unlock': 'Unlock certificate',
  'acts.unlock_ask': 'The certificate can be opened with its PIN and used again, and the holder is told.',
  'acts.unlock_done': 'Certificate unlocked.',
});
