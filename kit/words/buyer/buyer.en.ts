import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** To the buyer. `recipient` is the name as it was read back, masked: the whole name is not the buyer's to know. */
export const buyerEn = english({
  'buyer.purchase_complete.sms': join(
    '[Seonmul] Purchase complete:',
    ' {{amount, money}} {{shop_name}} gift certificate for {{recipient}}.',
    ' If it is not accepted by {{respond_by_at, date_time}}, you get a refund.',
  ),
  'buyer.purchase_complete.mail_subject':
    'Purchase complete: {{amount, money}} {{shop_name}} gift certificate',
  'buyer.purchase_complete.mail_text': join(
    'Hello,\n\nYour purchase is complete.\n\nShop: {{shop_name}}\nAmount: {{amount, money}}\nTo:',
    ' {{recipient}}\n\nWe’ll let you know when the gift is accepted and each time it is used.\n',
    'If it is refused, or not accepted by {{respond_by_at, date_time}}, you get a full refund.',
  ),
  'buyer.purchase_complete.spoken': join(
    'Your purchase is complete: a {{shop_name, spoken_text}} gift certificate worth {{amount, spoken_money}}, for {{recipient, spoken_person}}.',
    ' If it is not accepted by {{respond_by_at, spoken_date_time}}, you get a refund.',
  ),

  'buyer.several_complete.sms': join(
    '[Seonmul] Purchase complete:',
    ' {{shop_name}} gift certificates for {{people}} people, {{amount, money}} in total.',
    ' Gifts that are not accepted in time are refunded.',
  ),
  'buyer.several_complete.mail_subject':
    'Purchase complete: {{shop_name}} gift certificates for {{people}} people',
  'buyer.several_complete.mail_text': join(
    'Hello,\n\nYour purchase is complete.\n\nShop: {{shop_name}}\nPeople: {{people}}\nTotal:',
    ' {{amount, money}}\n\nWe’ll let you know as each gift is accepted.\n',
    'Gifts that are refused, or not accepted in time, are refunded.',
  ),
  'buyer.several_complete.spoken': join(
    'Your purchase is complete: {{shop_name, spoken_text}} gift certificates for {{people, spoken_count}} people, {{amount, spoken_money}} in total.',
    ' Gifts that are not accepted in time are refunded.',
  ),

  'buyer.purchase_failed.sms':
    '[Seonmul] Your purchase of a {{amount, money}} {{shop_name}} gift certificate failed. You have not been charged.',
  'buyer.purchase_failed.mail_subject': 'Your purchase failed',
  'buyer.purchase_failed.mail_text': join(
    'Hello,\n\nYour purchase of a {{amount, money}} {{shop_name}} gift certificate failed.\n',
    'You have not been charged. Any amount reserved on your card will be released.',
  ),
  'buyer.purchase_failed.spoken':
    'Your purchase of a {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} failed. You have not been charged.',

  'buyer.card_declined.sms':
    '[Seonmul] Your card was declined, so the {{amount, money}} {{shop_name}} gift was not sent. You have not been charged. Try another card.',
  'buyer.card_declined.mail_subject': 'Your card was declined',
  'buyer.card_declined.mail_text': join(
    'Hello,\n\nYour card was declined, so your {{shop_name}} gift certificate for {{amount, money}} was not sent.\n',
    'You have not been charged. You can try again with another card.',
  ),
  'buyer.card_declined.spoken': join(
    'Your card was declined, so your {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} was not sent.',
    ' You have not been charged. You can try again with another card.',
  ),

  'buyer.gift_accepted.sms': '[Seonmul] {{recipient}} accepted your {{amount, money}} {{shop_name}} gift.',
  'buyer.gift_accepted.mail_subject': '{{recipient}} accepted your gift',
  'buyer.gift_accepted.mail_text':
    'Hello,\n\n{{recipient}} accepted your {{shop_name}} gift certificate for {{amount, money}}.',
  'buyer.gift_accepted.spoken':
    'Your {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} was accepted by {{recipient, spoken_person}}.',

  'buyer.gift_refused.sms':
    '[Seonmul] {{recipient}} refused your {{shop_name}} gift. We refunded {{amount, money}} to you.',
  'buyer.gift_refused.mail_subject': 'Your gift was refused; {{amount, money}} refunded',
  'buyer.gift_refused.mail_text': join(
    'Hello,\n\n{{recipient}} refused your {{shop_name}} gift certificate.\n',
    'We refunded {{amount, money}} to your payment method. It may take a few days to appear.',
  ),
  'buyer.gift_refused.spoken':
    'Your {{shop_name, spoken_text}} gift certificate was refused by {{recipient, spoken_person}}. We refunded {{amount, spoken_money}} to you.',

  'buyer.gift_expired.sms':
    '[Seonmul] {{recipient}} did not accept your {{shop_name}} gift in time. We refunded {{amount, money}} to you.',
  'buyer.gift_expired.mail_subject': 'Your gift was not accepted in time; {{amount, money}} refunded',
  'buyer.gift_expired.mail_text': join(
    'Hello,\n\n{{recipient}} did not accept your {{shop_name}} gift certificate in time.\n',
    'We refunded {{amount, money}} to your payment method. It may take a few days to appear.',
  ),
  'buyer.gift_expired.spoken':
    'Your {{shop_name, spoken_text}} gift certificate was not accepted in time by {{recipient, spoken_person}}. We refunded {{amount, spoken_money}} to you.',

  'buyer.gift_cancelled.sms':
    '[Seonmul] Your {{shop_name}} gift to {{recipient}} was cancelled. We refunded {{amount, money}} to you.',
  'buyer.gift_cancelled.mail_subject': 'Gift cancelled; {{amount, money}} refunded',
  'buyer.gift_cancelled.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate to {{recipient}} was cancelled.\n',
    'We refunded {{amount, money}} to your payment method. It may take a few days to appear.',
  ),
  'buyer.gift_cancelled.spoken':
    'Your {{shop_name, spoken_text}} gift certificate to {{recipient, spoken_person}} was cancelled. We refunded {{amount, spoken_money}} to you.',

  'buyer.cash_waits.sms': join(
    '[Seonmul] Your {{shop_name}} gift has ended. {{amount, money}} in cash is waiting for you at the store where you paid.',
    ' Receipt no. {{receipt_no}}.',
  ),
  'buyer.cash_waits.mail_subject': 'Collect {{amount, money}} in cash from {{shop_name}}',
  'buyer.cash_waits.mail_text': join(
    'Hello,\n\nYour {{shop_name}} gift certificate was refused, cancelled or not accepted in time.\n',
    'You paid in cash, so {{amount, money}} is waiting for you at the store where you paid.\n\n',
    'Till receipt no.: {{receipt_no}}\n\nTell the clerk this number to get your money back.',
  ),
  'buyer.cash_waits.spoken': join(
    'Your {{shop_name, spoken_text}} gift certificate has ended. {{amount, spoken_money}} in cash is waiting for you at the store where you paid.',
    ' The receipt number is {{receipt_no, spoken_digits}}.',
  ),

  'buyer.recipient_not_reached.sms': join(
    '[Seonmul] Our message to {{recipient}} about your {{amount, money}} {{shop_name}} gift was not delivered.',
    ' You can cancel the gift until {{respond_by_at, date_time}}; after that it is refunded.',
  ),
  'buyer.recipient_not_reached.mail_subject': 'We could not reach {{recipient}}',
  'buyer.recipient_not_reached.mail_text': join(
    'Hello,\n\n',
    'Our message to {{recipient}} about your {{amount, money}} {{shop_name}} gift certificate was not delivered.\n',
    'The number or address may be wrong, or they may have blocked our messages.\n\n',
    'You can cancel the gift and send it again.',
    ' If it is not accepted by {{respond_by_at, date_time}}, you get a full refund.',
  ),
  'buyer.recipient_not_reached.spoken': join(
    'We could not reach {{recipient, spoken_person}} about your {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}}.',
    ' If it is not accepted by {{respond_by_at, spoken_date_time}}, you get a refund. You can cancel it before then.',
  ),

  'buyer.certificate_issued.sms':
    '[Seonmul] Your {{amount, money}} {{shop_name}} gift to {{recipient}} was issued at {{store_name}}.',
  'buyer.certificate_issued.mail_subject': 'Your gift was issued at {{store_name}}',
  'buyer.certificate_issued.mail_text': join(
    'Hello,\n\n',
    'Your {{amount, money}} {{shop_name}} gift certificate to {{recipient}} was issued at {{store_name}} on {{issued_at, date_time}}.',
  ),
  'buyer.certificate_issued.spoken':
    'Your {{shop_name, spoken_text}} gift certificate for {{amount, spoken_money}} to {{recipient, spoken_person}} was issued at {{store_name, spoken_text}}.',

  'buyer.certificate_used.sms':
    '[Seonmul] {{recipient}} used {{amount, money}} of your gift at {{store_name}}. Balance: {{remaining, money}}.',
  'buyer.certificate_used.mail_subject': '{{recipient}} used {{amount, money}} of your gift',
  'buyer.certificate_used.mail_text': join(
    'Hello,\n\n',
    '{{recipient}} used {{amount, money}} of your {{shop_name}} gift certificate at {{store_name}} on {{used_at, date_time}}.\n',
    'Balance: {{remaining, money}}.',
  ),
  'buyer.certificate_used.spoken':
    'At {{shop_name, spoken_text}} {{store_name, spoken_text}}, {{amount, spoken_money}} of your gift was used by {{recipient, spoken_person}}. The balance is {{remaining, spoken_money}}.',

  'buyer.use_reversed.sms':
    '[Seonmul] {{amount, money}} used at {{store_name}} was returned to your gift. Balance: {{remaining, money}}.',
  'buyer.use_reversed.mail_subject': '{{amount, money}} was returned to your gift',
  'buyer.use_reversed.mail_text': join(
    'Hello,\n\n',
    '{{amount, money}} that {{recipient}} used at {{store_name}} was returned to your {{shop_name}} gift certificate on {{reversed_at, date_time}}.\n',
    'Balance: {{remaining, money}}.',
  ),
  'buyer.use_reversed.spoken':
    'At {{shop_name, spoken_text}} {{store_name, spoken_text}}, {{amount, spoken_money}} used by {{recipient, spoken_person}} was returned to your gift. The balance is {{remaining, spoken_money}}.',

  'buyer.payment_disputed.sms': join(
    '[Seonmul] A payment of {{disputed, money}} for your {{shop_name}} gift is in dispute with your card issuer.',
    ' The remaining balance is frozen until the dispute is resolved.',
  ),
  'buyer.payment_disputed.mail_subject': 'The payment for your {{shop_name}} gift is in dispute',
  'buyer.payment_disputed.mail_text': join(
    'Hello,\n\nYour card issuer has told us that a payment of {{disputed, money}} for your {{shop_name}} gift is in dispute.\n',
    'The remaining balance is frozen until the dispute is resolved. If you did not mean to dispute it, please tell your card issuer.',
  ),
  'buyer.payment_disputed.spoken': join(
    'A payment of {{disputed, spoken_money}} for your {{shop_name, spoken_text}} gift is in dispute with your card issuer.',
    ' The remaining balance is frozen until the dispute is resolved.',
  ),

  'buyer.dispute_won.sms':
    '[Seonmul] The dispute about {{disputed, money}} for your {{shop_name}} gift is over: the payment stands, and the gift can be used again.',
  'buyer.dispute_won.mail_subject': 'Your {{shop_name}} gift can be used again',
  'buyer.dispute_won.mail_text': join(
    'Hello,\n\nThe dispute about {{disputed, money}} for your {{shop_name}} gift is over.\n',
    'The payment stands, and the gift can be used again.',
  ),
  'buyer.dispute_won.spoken': join(
    'The dispute about {{disputed, spoken_money}} for your {{shop_name, spoken_text}} gift is over.',
    ' The payment stands, and the gift can be used again.',
  ),

  'buyer.dispute_lost.sms': join(
    '[Seonmul] The dispute about your {{shop_name}} gift is over: your card issuer took back {{disputed, money}}.',
    ' The remaining balance has been cancelled.',
  ),
  'buyer.dispute_lost.mail_subject': 'Your {{shop_name}} gift was cancelled after a dispute',
  'buyer.dispute_lost.mail_text': join(
    'Hello,\n\nThe dispute about your {{shop_name}} gift is over: your card issuer took back {{disputed, money}}.\n',
    'The remaining balance has been cancelled.',
  ),
  'buyer.dispute_lost.spoken': join(
    'The dispute about your {{shop_name, spoken_text}} gift is over. Your card issuer took back {{disputed, spoken_money}}.',
    ' The remaining balance has been cancelled.',
  ),

  'buyer.birthday_soon.sms':
    '[Seonmul] The reminder you asked for: {{recipient}}’s birthday is on {{birthday, date}}.\n{{gift_url}}',
  'buyer.birthday_soon.mail_subject': '{{recipient}}’s birthday is coming up',
  'buyer.birthday_soon.mail_text': join(
    'Hello,\n\n{{recipient}}’s birthday is on {{birthday, date}}. You asked us to remind you.\n\n',
    'To send them a gift, use this link:\n{{gift_url}}',
  ),
  'buyer.birthday_soon.spoken':
    'The birthday of {{recipient, spoken_person}} is on {{birthday, spoken_date}}.',
});
