import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** To the buyer. `recipient` is the name as it was read back, masked: the whole name is not the buyer's to know. */
export const buyerEn = english({
  'buyer.purchase_complete.sms': join(
    '[Seonmul] Purchase complete: {{amount, money}} {{shop_name}} gift certificate to {{recipient}}.',
    ' If it is not accepted by {{respond_by_at, date_time}}, you are refunded.',
  ),
  'buyer.purchase_complete.mail_subject':
    'Purchase complete: {{amount, money}} {{shop_name}} gift certificate',
  'buyer.purchase_complete.mail_text': join(
    'Hello,\n\nYour purchase is complete.\n\nShop: {{shop_name}}\nAmount: {{amount, money}}\nTo: {{recipient}}\n\n',
    'We tell you when the gift is accepted, and each time it is used.\n',
    'If it is refused, or not accepted by {{respond_by_at, date_time}}, you are refunded in full.',
  ),

  'buyer.several_complete.sms': join(
    '[Seonmul] Purchase complete: {{shop_name}} gift certificates for {{people}} people, {{amount, money}} in all.',
    ' Whatever is not accepted in time is refunded to you.',
  ),
  'buyer.several_complete.mail_subject':
    'Purchase complete: {{shop_name}} gift certificates for {{people}} people',
  'buyer.several_complete.mail_text': join(
    'Hello,\n\nYour purchase is complete.\n\nShop: {{shop_name}}\nPeople: {{people}}\nAmount in all: {{amount, money}}\n\n',
    'We tell you when each gift is accepted.\n',
    'Each gift that is refused, or not accepted in time, is refunded to you.',
  ),

  'buyer.purchase_failed.sms':
    '[Seonmul] Your purchase of a {{shop_name}} gift certificate for {{amount, money}} was not completed. You have not been charged.',
  'buyer.purchase_failed.mail_subject': 'Your purchase was not completed',
  'buyer.purchase_failed.mail_text': join(
    'Hello,\n\nYour purchase of a {{shop_name}} gift certificate for {{amount, money}} was not completed.\n',
    'You have not been charged; a reserved amount is released.',
  ),

  'buyer.gift_accepted.sms': '[Seonmul] {{recipient}} accepted your {{shop_name}} gift of {{amount, money}}.',
  'buyer.gift_accepted.mail_subject': '{{recipient}} accepted your gift',
  'buyer.gift_accepted.mail_text':
    'Hello,\n\n{{recipient}} accepted your {{shop_name}} gift certificate worth {{amount, money}}.',

  'buyer.gift_refused.sms':
    '[Seonmul] {{recipient}} did not want to accept your {{shop_name}} gift. {{amount, money}} was refunded to you.',
  'buyer.gift_refused.mail_subject': 'Your gift was refused; {{amount, money}} was refunded',
  'buyer.gift_refused.mail_text': join(
    'Hello,\n\n{{recipient}} did not want to accept your {{shop_name}} gift certificate.\n',
    '{{amount, money}} was refunded to your payment method. Your bank may take some days to show it.',
  ),

  'buyer.gift_expired.sms':
    '[Seonmul] {{recipient}} did not answer in time about your {{shop_name}} gift. {{amount, money}} was refunded to you.',
  'buyer.gift_expired.mail_subject': 'Your gift was not accepted in time; {{amount, money}} was refunded',
  'buyer.gift_expired.mail_text': join(
    'Hello,\n\n{{recipient}} did not answer in time about your {{shop_name}} gift certificate.\n',
    '{{amount, money}} was refunded to your payment method. Your bank may take some days to show it.',
  ),

  'buyer.gift_cancelled.sms':
    '[Seonmul] You cancelled your {{shop_name}} gift to {{recipient}}. {{amount, money}} was refunded to you.',
  'buyer.gift_cancelled.mail_subject': 'Gift cancelled; {{amount, money}} was refunded',
  'buyer.gift_cancelled.mail_text': join(
    'Hello,\n\nYou cancelled your {{shop_name}} gift certificate to {{recipient}}.\n',
    '{{amount, money}} was refunded to your payment method. Your bank may take some days to show it.',
  ),

  'buyer.recipient_not_reached.sms': join(
    '[Seonmul] We could not reach {{recipient}} about your {{shop_name}} gift of {{amount, money}}: the message did not arrive.',
    ' Until {{respond_by_at, date_time}} you can cancel it; after that you are refunded.',
  ),
  'buyer.recipient_not_reached.mail_subject': 'We could not reach {{recipient}}',
  'buyer.recipient_not_reached.mail_text': join(
    'Hello,\n\nOur message about your {{shop_name}} gift certificate worth {{amount, money}} did not reach {{recipient}}.\n',
    'The number or address may be wrong, or they may receive no messages from us.\n\n',
    'You can cancel the gift and send it again. If it is not accepted by {{respond_by_at, date_time}}, you are refunded in full.',
  ),

  'buyer.certificate_issued.sms':
    '[Seonmul] Your {{shop_name}} gift of {{amount, money}} to {{recipient}} was issued at {{store_name}}.',
  'buyer.certificate_issued.mail_subject': 'Your gift was issued at {{store_name}}',
  'buyer.certificate_issued.mail_text': join(
    'Hello,\n\nThe {{shop_name}} gift certificate worth {{amount, money}} that you gave to {{recipient}}',
    ' was issued at {{store_name}} on {{issued_at, date_time}}.',
  ),

  'buyer.certificate_used.sms':
    '[Seonmul] {{recipient}} used {{amount, money}} of your gift at {{store_name}}. {{remaining, money}} left.',
  'buyer.certificate_used.mail_subject': '{{recipient}} used {{amount, money}} of your gift',
  'buyer.certificate_used.mail_text': join(
    'Hello,\n\n{{recipient}} used {{amount, money}} of your {{shop_name}} gift certificate',
    ' at {{store_name}} on {{used_at, date_time}}.\nLeft: {{remaining, money}}.',
  ),

  'buyer.use_reversed.sms':
    '[Seonmul] A use of {{amount, money}} of your gift at {{store_name}} was reversed. {{remaining, money}} left.',
  'buyer.use_reversed.mail_subject': 'A use of your gift was reversed: {{amount, money}}',
  'buyer.use_reversed.mail_text': join(
    'Hello,\n\nA use of {{amount, money}} of your {{shop_name}} gift certificate to {{recipient}}',
    ' at {{store_name}} was reversed on {{reversed_at, date_time}}.\nLeft: {{remaining, money}}.',
  ),
});
