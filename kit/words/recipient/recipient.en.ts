import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** To the recipient. Placeholders and their formats are the contract of both languages (see `catalogue.ts`). */
export const recipientEn = english({
  'recipient.gift_arrived.sms': join(
    '[Seonmul] {{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}Reply 1 to accept or 2 to refuse by {{respond_by_at, date_time}}.\n{{link}}',
  ),
  'recipient.gift_arrived.mail_subject': '{{sender_name}} sent you a gift of {{amount, money}}',
  'recipient.gift_arrived.mail_text': join(
    'Hello,\n\n{{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}\nOpen this page to accept or refuse it by {{respond_by_at, date_time}}:\n{{link}}\n\n',
    'To accept, you choose a PIN. Your phone number and the PIN are all you need to pay.\n',
    'If you refuse, or do not answer in time, the money goes back to the sender.',
  ),

  'recipient.gift_reminder.sms': join(
    '[Seonmul] Your {{shop_name}} gift of {{amount, money}} from {{sender_name}} is waiting until {{respond_by_at, date_time}}.',
    ' Reply 1 to accept or 2 to refuse.\n{{link}}',
  ),
  'recipient.gift_reminder.mail_subject': 'Your gift from {{sender_name}} is still waiting',
  'recipient.gift_reminder.mail_text': join(
    'Hello,\n\nThe {{shop_name}} gift certificate worth {{amount, money}} from {{sender_name}} is still waiting for you.\n',
    'Accept or refuse it by {{respond_by_at, date_time}}:\n{{link}}\n\nAfter that the money goes back to the sender.',
  ),

  'recipient.gift_accepted.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate is ready: {{amount, money}}.',
    ' At any {{shop_name}} store or its web shop, key in your phone number and your PIN.',
  ),
  'recipient.gift_accepted.mail_subject': 'Your {{shop_name}} gift certificate is ready',
  'recipient.gift_accepted.mail_text': join(
    'Hello,\n\nYou have accepted the gift from {{sender_name}}: a {{shop_name}} gift certificate worth {{amount, money}}.\n\n',
    'Where: every {{shop_name}} store and its web shop.\n',
    'How: say that you pay by gift certificate and key in your phone number and your PIN.\n',
    'You can use it in parts until nothing is left.',
  ),

  'recipient.gift_refused.sms':
    '[Seonmul] You refused the {{shop_name}} gift of {{amount, money}}. The money goes back to {{sender_name}}.',
  'recipient.gift_refused.mail_subject': 'You refused a gift',
  'recipient.gift_refused.mail_text': join(
    'Hello,\n\nYou refused the {{shop_name}} gift certificate worth {{amount, money}}.\n',
    'The money goes back to {{sender_name}}. There is nothing more for you to do.',
  ),

  'recipient.gift_expired.sms':
    '[Seonmul] The time to accept the {{shop_name}} gift of {{amount, money}} is over. The money goes back to {{sender_name}}.',
  'recipient.gift_expired.mail_subject': 'The time to accept your gift is over',
  'recipient.gift_expired.mail_text': join(
    'Hello,\n\nThe time to accept the {{shop_name}} gift certificate worth {{amount, money}} is over.\n',
    'The money goes back to {{sender_name}}.',
  ),

  'recipient.gift_cancelled.sms':
    '[Seonmul] {{sender_name}} cancelled the {{shop_name}} gift of {{amount, money}}. There is nothing for you to do.',
  'recipient.gift_cancelled.mail_subject': 'A gift to you was cancelled',
  'recipient.gift_cancelled.mail_text': join(
    'Hello,\n\n{{sender_name}} cancelled the {{shop_name}} gift certificate worth {{amount, money}}.\n',
    'There is nothing for you to do.',
  ),

  'recipient.gift_withdrawn.sms':
    '[Seonmul] {{sender_name}} took back the {{shop_name}} gift of {{amount, money}}. It can no longer be used.',
  'recipient.gift_withdrawn.mail_subject': 'A gift to you was taken back',
  'recipient.gift_withdrawn.mail_text': join(
    'Hello,\n\n{{sender_name}} took back the {{shop_name}} gift certificate worth {{amount, money}}.\n',
    'It can no longer be used. There is nothing for you to do.',
  ),

  'recipient.certificate_used.sms':
    '[Seonmul] {{amount, money}} used at {{store_name}}. {{remaining, money}} left of your {{shop_name}} gift certificate.',
  'recipient.certificate_used.mail_subject': '{{amount, money}} used at {{store_name}}',
  'recipient.certificate_used.mail_text': join(
    'Hello,\n\n{{amount, money}} of your {{shop_name}} gift certificate was used at {{store_name}} on {{used_at, date_time}}.\n',
    'Left: {{remaining, money}}.\n\nIf this was not you, call {{shop_name}} at once.',
  ),

  'recipient.use_reversed.sms':
    '[Seonmul] A use of {{amount, money}} at {{store_name}} was reversed. {{remaining, money}} left of your {{shop_name}} gift certificate.',
  'recipient.use_reversed.mail_subject': 'A use at {{store_name}} was reversed: {{amount, money}}',
  'recipient.use_reversed.mail_text': join(
    'Hello,\n\nA use of {{amount, money}} of your {{shop_name}} gift certificate at {{store_name}}',
    ' was reversed on {{reversed_at, date_time}}.\nLeft: {{remaining, money}}.',
  ),

  'recipient.certificate_locked.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate is locked because the PIN was wrong too often.',
    ' Ask for an unlock code at the store or in the web shop.',
  ),
  'recipient.certificate_locked.mail_subject': 'Your {{shop_name}} gift certificate is locked',
  'recipient.certificate_locked.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate is locked because the PIN was wrong too often. Nothing was taken.\n',
    'To unlock it, ask at the store or in the web shop; a code is then sent to you.',
  ),

  'recipient.hand_over.sms': join(
    '[Seonmul] {{giver_name}} wants to hand a {{shop_name}} gift certificate over to you, {{left, money}} left.',
    ' To take it, choose a PIN with code {{code}} by {{until_at, date_time}}. {{link}} Do not tell the code to anybody.',
  ),
  'recipient.hand_over.mail_subject':
    '{{giver_name}} wants to hand a {{shop_name}} gift certificate over to you',
  'recipient.hand_over.mail_text': join(
    'Hello,\n\n{{giver_name}} wants to hand a {{shop_name}} gift certificate over to you, {{left, money}} left.\n',
    'To take it, choose a PIN with code {{code}} by {{until_at, date_time}}.\n{{link}}\nDo not tell the code to anybody.',
  ),

  'recipient.handed_over.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate went to somebody else and no longer opens by this number.',
    ' If this was not you, call us at once.',
  ),
  'recipient.handed_over.mail_subject': 'Your {{shop_name}} gift certificate went to somebody else',
  'recipient.handed_over.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate went to somebody else and no longer opens by your number and PIN.\n',
    'If this was not you, call us at once.',
  ),
});
