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
    'Hello,\n\n',
    '{{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}\nAccept or refuse it here by {{respond_by_at, date_time}}:\n',
    '{{link}}\n\nWhen you accept, you choose a PIN.',
    ' Your phone number and PIN are all you need to pay.\n',
    'If you refuse, or do not answer in time, the sender gets a refund.',
  ),
  'recipient.gift_arrived.spoken': join(
    '{{sender_name, spoken_text}} sent you a {{shop_name, spoken_text}} gift certificate worth {{amount, spoken_money}}.',
    ' To accept or refuse it, call us by {{respond_by_at, spoken_date_time}}, and press two.',
  ),

  'recipient.number_code.sms': join(
    '[Seonmul] Your code is {{code}}. Someone is accepting a {{shop_name}} gift certificate with this number. It expires in {{minutes}} minutes.',
    ' If this is not you, do not share it with anyone.',
  ),
  'recipient.number_code.mail_subject': 'Your code to accept a gift',
  'recipient.number_code.mail_text': join(
    'Hello,\n\nYour code to accept a {{shop_name}} gift certificate is {{code}}. It expires in {{minutes}} minutes.\n',
    'If you did not request it, do not share it with anyone.',
  ),
  'recipient.number_code.spoken':
    'Someone is accepting a {{shop_name, spoken_text}} gift certificate with this phone number. We are calling with the code for it. If this is not you, do not share it with anyone.',

  'recipient.gift_reminder.sms': join(
    '[Seonmul] Your {{amount, money}} {{shop_name}} gift from {{sender_name}} is waiting.',
    ' Reply 1 to accept or 2 to refuse by {{respond_by_at, date_time}}.\n{{link}}',
  ),
  'recipient.gift_reminder.mail_subject': 'Your gift from {{sender_name}} is still waiting',
  'recipient.gift_reminder.mail_text': join(
    'Hello,\n\n',
    'Your {{shop_name}} gift certificate worth {{amount, money}} from {{sender_name}} is still waiting for you.\n',
    'Accept or refuse it by {{respond_by_at, date_time}}:\n{{link}}\n\n',
    'After that, the sender gets a refund.',
  ),
  'recipient.gift_reminder.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} from {{sender_name, spoken_text}} is still waiting for you.',
    ' To accept or refuse it, call us by {{respond_by_at, spoken_date_time}}, and press two.',
  ),

  'recipient.gift_accepted.sms': join(
    '[Seonmul] Your {{amount, money}} {{shop_name}} gift certificate is ready.',
    ' To pay, enter your phone number and PIN at any {{shop_name}} store or its online shop.',
  ),
  'recipient.gift_accepted.mail_subject': 'Your {{shop_name}} gift certificate is ready',
  'recipient.gift_accepted.mail_text': join(
    'Hello,\n\nYou accepted the gift from {{sender_name}}:',
    ' a {{shop_name}} gift certificate worth {{amount, money}}.\n\nWhere:',
    ' any {{shop_name}} store and its online shop.\nHow:',
    ' say you are paying with a gift certificate, then enter your phone number and PIN.\n',
    'You can spend it bit by bit.',
  ),
  'recipient.gift_accepted.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} from {{sender_name, spoken_text}} is ready.',
    ' To pay, enter this phone number and your PIN at any {{shop_name, spoken_text}} store or its online shop.',
  ),

  'recipient.gift_refused.sms':
    '[Seonmul] You refused the {{amount, money}} {{shop_name}} gift. {{sender_name}} gets a refund.',
  'recipient.gift_refused.mail_subject': 'You refused a gift',
  'recipient.gift_refused.mail_text': join(
    'Hello,\n\nYou refused the {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{sender_name}} gets a refund. You do not need to do anything.',
  ),
  'recipient.gift_refused.spoken':
    'You refused the {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}}. {{sender_name, spoken_text}} gets a refund.',

  'recipient.gift_expired.sms':
    '[Seonmul] The {{amount, money}} {{shop_name}} gift was not accepted in time. {{sender_name}} gets a refund.',
  'recipient.gift_expired.mail_subject': 'Your gift was not accepted in time',
  'recipient.gift_expired.mail_text': join(
    'Hello,\n\n',
    'The {{shop_name}} gift certificate worth {{amount, money}} was not accepted in time.\n',
    '{{sender_name}} gets a refund.',
  ),
  'recipient.gift_expired.spoken':
    'The {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} was not accepted in time. {{sender_name, spoken_text}} gets a refund.',

  'recipient.gift_cancelled.sms':
    '[Seonmul] {{sender_name}} cancelled the {{amount, money}} {{shop_name}} gift. You do not need to do anything.',
  'recipient.gift_cancelled.mail_subject': 'Your gift was cancelled',
  'recipient.gift_cancelled.mail_text': join(
    'Hello,\n\n',
    '{{sender_name}} cancelled the {{shop_name}} gift certificate worth {{amount, money}}.\n',
    'You do not need to do anything.',
  ),
  'recipient.gift_cancelled.spoken':
    '{{sender_name, spoken_text}} cancelled the {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}}. You do not need to do anything.',

  'recipient.gift_withdrawn.sms':
    '[Seonmul] {{sender_name}} cancelled the {{amount, money}} {{shop_name}} gift you accepted. It can no longer be used.',
  'recipient.gift_withdrawn.mail_subject': 'A gift you accepted was cancelled',
  'recipient.gift_withdrawn.mail_text': join(
    'Hello,\n\n',
    '{{sender_name}} cancelled the {{shop_name}} gift certificate worth {{amount, money}} that you accepted.\n',
    'It can no longer be used. You do not need to do anything.',
  ),
  'recipient.gift_withdrawn.spoken': join(
    '{{sender_name, spoken_text}} cancelled the {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} that you accepted.',
    ' It can no longer be used. You do not need to do anything.',
  ),

  'recipient.gift_charged_back.sms': join(
    '[Seonmul] The {{amount, money}} {{shop_name}} gift from {{sender_name}} was cancelled, because the payment was reversed.',
    ' You do not need to do anything.',
  ),
  'recipient.gift_charged_back.mail_subject': 'Your gift was cancelled',
  'recipient.gift_charged_back.mail_text': join(
    'Hello,\n\nThe {{shop_name}} gift certificate worth {{amount, money}} from {{sender_name}} was cancelled,',
    ' because the payment was reversed.\nYou do not need to do anything.',
  ),
  'recipient.gift_charged_back.spoken': join(
    'The {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} from {{sender_name, spoken_text}} was cancelled,',
    ' because the payment was reversed. You do not need to do anything.',
  ),

  'recipient.certificate_used.sms':
    '[Seonmul] {{amount, money}} used at {{store_name}}. {{shop_name}} gift certificate balance: {{remaining, money}}.',
  'recipient.certificate_used.mail_subject': '{{amount, money}} used at {{store_name}}',
  'recipient.certificate_used.mail_text': join(
    'Hello,\n\n',
    '{{amount, money}} of your {{shop_name}} gift certificate was used at {{store_name}} on {{used_at, date_time}}.\n',
    'Balance: {{remaining, money}}.\n\nIf this was not you, contact {{shop_name}} right away.',
  ),
  'recipient.certificate_used.spoken': join(
    'At {{store_name, spoken_text}}, {{amount, spoken_money}} of your {{shop_name, spoken_text}} gift certificate was used. The balance is {{remaining, spoken_money}}.',
    ' If this was not you, contact {{shop_name, spoken_text}} right away.',
  ),

  'recipient.use_reversed.sms':
    '[Seonmul] {{amount, money}} used at {{store_name}} was returned. {{shop_name}} gift certificate balance: {{remaining, money}}.',
  'recipient.use_reversed.mail_subject': '{{amount, money}} used at {{store_name}} was returned',
  'recipient.use_reversed.mail_text': join(
    'Hello,\n\n',
    '{{amount, money}} used at {{store_name}} was returned to your {{shop_name}} gift certificate on {{reversed_at, date_time}}.\n',
    'Balance: {{remaining, money}}.',
  ),
  'recipient.use_reversed.spoken':
    'At {{store_name, spoken_text}}, {{amount, spoken_money}} was returned to your {{shop_name, spoken_text}} gift certificate. The balance is {{remaining, spoken_money}}.',

  'recipient.certificate_locked.sms': join(
    '[Seonmul] Someone entered too many wrong PINs for your {{shop_name}} gift certificate. Your balance is safe.',
    ' Your PIN still works in stores; elsewhere we may also ask for a code we send you.',
  ),
  'recipient.certificate_locked.mail_subject': 'Too many wrong PINs for your {{shop_name}} gift certificate',
  'recipient.certificate_locked.mail_text': join(
    'Hello,\n\nSomeone entered too many wrong PINs for your {{shop_name}} gift certificate. Your balance is safe.\n',
    'Your PIN still works in stores; elsewhere we may also ask for a code we send you.',
  ),
  'recipient.certificate_locked.spoken': join(
    'Someone entered too many wrong PINs for your {{shop_name, spoken_text}} gift certificate. Your balance is safe.',
    ' If that was you, call us and press five to choose a new PIN.',
  ),

  'recipient.opened_by_clerk.sms': join(
    '[Seonmul] A member of staff opened your {{shop_name}} gift certificate at {{store_name}} on {{opened_at, date_time}}, without its PIN.',
    ' If you did not ask for this, contact us right away.',
  ),
  'recipient.opened_by_clerk.mail_subject':
    'Your {{shop_name}} gift certificate was opened at {{store_name}}',
  'recipient.opened_by_clerk.mail_text': join(
    'Hello,\n\nA member of staff opened your {{shop_name}} gift certificate at {{store_name}} on {{opened_at, date_time}}, without its PIN.\n',
    'If you did not ask for this, contact us right away.',
  ),
  'recipient.opened_by_clerk.spoken': join(
    'At {{store_name, spoken_text}}, a member of staff opened your {{shop_name, spoken_text}} gift certificate without its PIN.',
    ' If you did not ask for this, call us right away and press zero.',
  ),

  'recipient.certificate_expiring.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate expires on {{expires_at, date}}. Balance: {{left, money}}.',
    ' Use it before then.',
  ),
  'recipient.certificate_expiring.mail_subject':
    'Your {{shop_name}} gift certificate expires on {{expires_at, date}}',
  'recipient.certificate_expiring.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate expires on {{expires_at, date}}.\n',
    'Balance: {{left, money}}.\n\nUse it before then.',
  ),
  'recipient.certificate_expiring.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate is valid until {{expires_at, spoken_date}}.',
    ' You have {{left, spoken_money}} left. Please use it before then.',
  ),

  'recipient.certificate_expired.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate expired on {{expired_at, date}}.',
    ' The balance of {{left, money}} can no longer be used.',
  ),
  'recipient.certificate_expired.mail_subject': 'Your {{shop_name}} gift certificate has expired',
  'recipient.certificate_expired.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate expired on {{expired_at, date}}.\n',
    'The balance of {{left, money}} can no longer be used.',
  ),
  'recipient.certificate_expired.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate expired on {{expired_at, spoken_date}}.',
    ' The remaining {{left, spoken_money}} can no longer be used.',
  ),

  'recipient.certificate_frozen.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate is frozen: its payment is in dispute.',
    ' The remaining {{left, money}} can’t be used until the dispute is resolved. Please contact the person who gave it to you.',
  ),
  'recipient.certificate_frozen.mail_subject': 'Your {{shop_name}} gift certificate is frozen',
  'recipient.certificate_frozen.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate is frozen, because its payment is in dispute.\n',
    'The remaining {{left, money}} can’t be used until the dispute is resolved. Please contact the person who gave it to you.',
  ),
  'recipient.certificate_frozen.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate is frozen, because its payment is in dispute.',
    ' The remaining {{left, spoken_money}} can’t be used until the dispute is resolved. Please contact the person who gave it to you.',
  ),

  'recipient.certificate_unfrozen.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate can be used again.',
    ' Balance: {{left, money}}, valid until {{expires_at, date}}.',
  ),
  'recipient.certificate_unfrozen.mail_subject': 'Your {{shop_name}} gift certificate can be used again',
  'recipient.certificate_unfrozen.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate can be used again.\n',
    'Balance: {{left, money}}, valid until {{expires_at, date}}.',
  ),
  'recipient.certificate_unfrozen.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate can be used again.',
    ' You have {{left, spoken_money}} left, and it is valid until {{expires_at, spoken_date}}.',
  ),

  'recipient.locked_by_staff.sms': join(
    '[Seonmul] {{shop_name}} has locked your gift certificate. The remaining {{left, money}} can’t be used for now.',
    ' If you didn’t ask for this, please contact {{shop_name}}.',
  ),
  'recipient.locked_by_staff.mail_subject': 'Your {{shop_name}} gift certificate is locked',
  'recipient.locked_by_staff.mail_text': join(
    'Hello,\n\n{{shop_name}} has locked your gift certificate. The remaining {{left, money}} can’t be used for now.\n',
    'If you didn’t ask for this, please contact {{shop_name}}.',
  ),
  'recipient.locked_by_staff.spoken': join(
    '{{shop_name, spoken_text}} has locked your gift certificate.',
    ' The remaining {{left, spoken_money}} can’t be used for now. If you didn’t ask for this, please contact the shop.',
  ),

  'recipient.unlocked_by_staff.sms': join(
    '[Seonmul] {{shop_name}} has unlocked your gift certificate, and you can use it again.',
    ' Balance: {{left, money}}, valid until {{expires_at, date}}.',
  ),
  'recipient.unlocked_by_staff.mail_subject': 'Your {{shop_name}} gift certificate is unlocked',
  'recipient.unlocked_by_staff.mail_text': join(
    'Hello,\n\n{{shop_name}} has unlocked your gift certificate, and you can use it again.\n',
    'Balance: {{left, money}}, valid until {{expires_at, date}}.',
  ),
  'recipient.unlocked_by_staff.spoken': join(
    '{{shop_name, spoken_text}} has unlocked your gift certificate, and you can use it again.',
    ' You have {{left, spoken_money}} left, and it is valid until {{expires_at, spoken_date}}.',
  ),

  'recipient.certificate_charged_back.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate was cancelled, because the payment was reversed.',
    ' The remaining {{left, money}} can no longer be used. Please contact the person who gave it to you.',
  ),
  'recipient.certificate_charged_back.mail_subject': 'Your {{shop_name}} gift certificate was cancelled',
  'recipient.certificate_charged_back.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate was cancelled, because the payment was reversed.\n',
    'The remaining {{left, money}} can no longer be used. Please contact the person who gave it to you.',
  ),
  'recipient.certificate_charged_back.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate was cancelled, because the payment was reversed.',
    ' The remaining {{left, spoken_money}} can no longer be used. Please contact the person who gave it to you.',
  ),

  'recipient.hand_over_begun.sms': join(
    '[Seonmul] {{code}} is your code to hand over your {{shop_name}} gift certificate ({{left, money}}) to {{to_phone, phone}}.',
    ' It expires in {{minutes}} minutes. If this is not you, do not share the code, and choose a new PIN. {{link}}',
  ),
  'recipient.hand_over_begun.mail_subject': 'Your code to hand over your {{shop_name}} gift certificate',
  'recipient.hand_over_begun.mail_text': join(
    'Hello,\n\nYour code to hand over your {{shop_name}} gift certificate ({{left, money}}) to {{to_phone, phone}} is {{code}}.',
    ' It expires in {{minutes}} minutes.\nIf this is not you, do not share the code, and choose a new PIN.\n{{link}}',
  ),
  'recipient.hand_over_begun.spoken': join(
    'Someone is handing over your {{shop_name, spoken_text}} gift certificate, with {{left, spoken_money}}, to {{to_phone, spoken_phone}}.',
    ' We are calling with the code for it. If this is not you, do not share the code; call us, press five, and choose a new PIN.',
  ),

  'recipient.hand_over.sms': join(
    '[Seonmul] {{giver_name}} is handing over a {{shop_name}} gift certificate to you. Balance:',
    ' {{left, money}}. To accept it, choose a PIN with code {{code}} by {{until_at, date_time}}.',
    ' {{link}} Do not share the code with anyone.',
  ),
  'recipient.hand_over.mail_subject':
    '{{giver_name}} is handing over a {{shop_name}} gift certificate to you',
  'recipient.hand_over.mail_text': join(
    'Hello,\n\n{{giver_name}} is handing over a {{shop_name}} gift certificate to you. Balance:',
    ' {{left, money}}.\nTo accept it, choose a PIN with code {{code}} by {{until_at, date_time}}.\n',
    '{{link}}\nDo not share the code with anyone.',
  ),
  'recipient.hand_over.spoken': join(
    'You are being offered a {{shop_name, spoken_text}} gift certificate by {{giver_name, spoken_person}}. The balance is {{left, spoken_money}}.',
    ' To accept it, choose a PIN with the code that we are about to give you, by {{until_at, spoken_date_time}}.',
  ),

  'recipient.handed_over.sms': join(
    '[Seonmul] Your {{shop_name}} gift certificate was handed over to someone else.',
    ' Your number and PIN no longer open it. If this was not you, contact us right away.',
  ),
  'recipient.handed_over.mail_subject': 'Your {{shop_name}} gift certificate was handed over',
  'recipient.handed_over.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate was handed over to someone else.',
    ' Your number and PIN no longer open it.\nIf this was not you, contact us right away.',
  ),
  'recipient.handed_over.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate was handed over to someone else. Your number and PIN no longer open it.',
    ' If this was not you, call us right away and press zero.',
  ),

  'recipient.pin_changed.sms':
    '[Seonmul] The PIN of your {{shop_name}} gift certificate was changed. If this was not you, choose a new PIN right away. {{link}}',
  'recipient.pin_changed.mail_subject': 'The PIN of your {{shop_name}} gift certificate was changed',
  'recipient.pin_changed.mail_text':
    'Hello,\n\nThe PIN of your {{shop_name}} gift certificate was changed.\nIf this was not you, choose a new PIN right away.\n{{link}}',
  'recipient.pin_changed.spoken':
    'The PIN of your {{shop_name, spoken_text}} gift certificate was changed. If this was not you, call us right away, press five, and choose a new PIN.',
});
