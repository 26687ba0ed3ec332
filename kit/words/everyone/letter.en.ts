import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** The letter to somebody who could not be reached by phone. */
export const letterEn = english({
  'letter.from': 'Seonmul',
  'letter.phone': 'Phone {{line_number}}',
  'letter.to': '{{name}}',
  'letter.date': '{{at, date}}',
  'letter.hello': 'Hello,',
  'letter.not_reached': 'We tried to tell you this by phone, but could not reach you.',
  'letter.gift_subject': 'A {{shop_name}} gift certificate worth {{amount, money}} is waiting for you',
  'letter.gift_what':
    '{{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n{{message, quoted_line}}',
  'letter.gift_until': join(
    'You can accept it until {{respond_by_at, date_time}}. After that, {{sender_name}} gets a refund.',
    ' Once accepted, it can be used until {{expires_at, date}}.',
  ),
  'letter.gift_how': 'How to accept or refuse it',
  'letter.gift_call': '1. Call {{line_number}} and press 2.',
  'letter.gift_number':
    '2. Enter your phone number, {{masked_phone}}. We will call you back on it right away.',
  'letter.gift_pin': join(
    '3. Press 1 to accept the gift, then choose a PIN. Your phone number and PIN are all you need to pay',
    ' in any {{shop_name}} store or its online shop. Press 2 to refuse the gift.',
  ),
  'letter.questions': 'If you have any questions, call {{line_number}}.',
  'letter.secret': 'Never tell anyone your PIN. There is no code in this letter.',
  'letter.order': 'Order number {{order_id}}',
});
