import { english } from '../../format/texts.ts';

/** The page behind the link in the recipient's message, and what all pages share. */
export const giftPageEn = english({
  'page.brand': 'Seonmul',
  'page.never_asked': 'We never ask for your PIN by phone, text message or mail.',
  'page.back': 'Go back',
  'page.pad': 'Number keys',
  'page.pad_back': 'Delete',
  'page.pad_clear': 'Clear',
  'page.show_pin': 'Show the PIN',
  'page.hide_pin': 'Hide the PIN',
  'page.send_again': 'This page was open for a while. Please check what you see and send it once more.',
  'page.in_progress_title': 'One moment, please',
  'page.in_progress': 'We are working on it. This page looks again by itself.',
  'page.look_again': 'Look again',

  'gift_page.title': 'A gift for you',
  'gift_page.from': 'From {{sender_name}}',
  'gift_page.what': '{{shop_name}} gift certificate',
  'gift_page.message': 'Message from {{sender_name}}',
  'gift_page.answer_by':
    'Please answer by {{answer_by, date_time}}. After that the money goes back to the sender.',
  'gift_page.accept': 'Accept the gift',
  'gift_page.refuse': 'Refuse',
  'gift_page.choose_pin': 'Choose a PIN',
  'gift_page.why_pin': 'Your phone number and this PIN are all you need to pay. Nobody else may know it.',
  'gift_page.pin_rule_length': 'Exactly {{digits}} digits',
  'gift_page.pin_rule_easy': 'No numbers in a row such as 123456, and no repeats such as 111111 or 121212',
  'gift_page.pin_rule_phone': 'Not the digits of your phone number',
  'gift_page.pin': 'PIN',
  'gift_page.pin_again': 'The same PIN once more',
  'gift_page.pin_differs': 'The two are not the same. Please key the PIN in twice anew.',
  'gift_page.phone': 'Your mobile number',
  'gift_page.phone_hint': 'You pay with this number and your PIN. For example 010-1234-5678',
  'gift_page.accept_now': 'Accept with this PIN',
  'gift_page.refuse_title': 'Do you want to refuse this gift?',
  'gift_page.refuse_what':
    '{{amount, money}} goes back to {{sender_name}}. You cannot change your mind afterwards.',
  'gift_page.word': 'A word to {{sender_name}} (only if you like)',
  'gift_page.word_too_long': 'Please keep it within {{letters}} letters.',
  'gift_page.refuse_now': 'Yes, refuse the gift',
  'gift_page.accepted': 'The gift is yours',
  'gift_page.how_to_use': 'How to use it',
  'gift_page.how_store':
    'In any branch of {{shop_name}}, say that you pay by gift certificate and key in your phone number and your PIN.',
  'gift_page.how_online': 'It works the same way in the web shop of {{shop_name}}.',
  'gift_page.how_parts': 'You can use it in parts until nothing is left.',
  'gift_page.open_certificate': 'See what is left and where to use it',
  'gift_page.refused': 'You refused the gift',
  'gift_page.refused_what':
    '{{amount, money}} goes back to {{sender_name}}. There is nothing more for you to do.',
  'gift_page.expired': 'The time to accept is over',
  'gift_page.expired_what': '{{amount, money}} goes back to {{sender_name}}.',
  'gift_page.cancelled': 'The gift was cancelled',
  'gift_page.cancelled_what':
    'The {{shop_name}} gift from {{sender_name}} is no longer there. There is nothing for you to do.',
  'gift_page.not_found': 'We do not know this link',
  'gift_page.not_found_what':
    'Please open the link in your text message or mail once more, up to its last letter.',
});
