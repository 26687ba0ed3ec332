import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** What is spoken on the phone. Keys are named in words, and amounts, numbers and days formatted for the ear. */
export const voiceEn = english({
  'voice.choose_language': 'For English, press two.',
  'voice.change_language': 'For English, press eight.',
  'voice.welcome': 'Welcome to Seonmul, gifts by phone number.',
  'voice.menu': join(
    'To send a gift, press one. If a gift was sent to you, press two. To hear your balance, press three.',
    ' To hear what became of a gift that you sent, press four. If you forgot a PIN, press five.',
    ' For help, press nine. For a person, press zero. To hear this again, press hash.',
  ),
  'voice.help': join(
    'You may key your answer at any time; there is no need to wait. Hash ends a number, and alone it repeats what was said.',
    ' Star goes back. In the middle of a number, star begins that number again.',
    ' We never call to ask for a PIN that you already have.',
  ),
  'voice.goodbye': 'Thank you. Goodbye.',
  'voice.nothing_heard': 'We did not hear a key.',
  'voice.not_understood': 'That does not fit here.',
  'voice.not_offered': 'There is nothing under that key.',
  'voice.from_the_start': 'Let us begin this number again.',
  'voice.too_many_tries':
    'We could not understand your answers, so we will end the call here. Please call again at any time. Thank you.',
  'voice.sorry_interrupted': 'Sorry, we were cut off for a moment. Let us go on.',
  'voice.sorry_lost':
    'Sorry, something went wrong on our side. Nothing was lost. Please call again. Goodbye.',
  'voice.try_later': 'That did not work just now. Nothing was lost. Please try again a little later.',
  'voice.connecting': 'We are connecting you with a person. Please hold the line.',
  'voice.no_operator':
    'Nobody can take your call at the moment. Please answer with the keys, or write to us.',
  'voice.choice': 'For {{what, spoken_text}}, press {{key, spoken_digits}}.',
  'voice.read_on': 'To hear more, press {{key, spoken_digits}}.',
  'voice.anything_else': 'For anything else, press one. Otherwise just hang up.',
  'voice.back_to_menu': 'To go back, press star. Otherwise just hang up.',
  'voice.hang_up_now': 'That is all. You can hang up now. To hear it again, press hash.',

  'voice.member_number': 'Please key in your member number of ten digits.',
  'voice.member_number_wrong': 'That is not a member number. One of its digits is wrong.',
  'voice.phone_pin': 'Please key in the six digits of your phone PIN.',
  'voice.phone_pin_short': 'The phone PIN has six digits.',
  'voice.credentials_wrong': 'Member number and phone PIN do not fit together.',
  'voice.log_in_locked':
    'There were too many attempts. For your safety, please wait fifteen minutes and call again. Goodbye.',
  'voice.logged_in': 'Thank you. The name of this membership: {{name, spoken_name}}.',
  'voice.no_method':
    'There is no card on your membership yet. Please add one on our web page; then you can buy by phone.',
  'voice.no_shops': 'There is no shop to choose at the moment.',

  'voice.which_shop': 'Which shop is it?',
  'voice.amount':
    'A gift certificate of {{shop_name, spoken_text}}. Key in the amount, then hash. Or choose an amount by one key and hash.',
  'voice.amount_choice': '{{amount, spoken_money}}: {{key, spoken_digits}}.',
  'voice.amount_out_of_range': 'The amount can be from {{min, spoken_money}} to {{max, spoken_money}}.',
  'voice.which_method': '{{amount, spoken_money}}. How do you pay?',
  'voice.method_choice':
    '{{brand, card_brand}} card ending in {{last4, spoken_digits}}: press {{key, spoken_digits}}.',
  'voice.paying': 'We are asking your bank. Please wait a moment.',
  'voice.authorised': 'The payment is approved. It is not taken before you confirm the name.',
  'voice.declined': 'The payment was declined. Nothing was taken.',
  'voice.not_by_phone':
    'This card could not be approved by phone. Nothing is taken. Please choose another card, or buy on our web page.',
  'voice.recipient': 'Key in the phone number that the gift is for, with its area code, then hash.',
  'voice.phone_wrong': 'That is not a phone number.',
  'voice.recipient_unknown': 'Nobody was found for that number. Please check it.',
  'voice.name_unavailable': 'The name could not be looked up just now.',
  'voice.read_back_limit': 'No more names can be looked up today. Nothing is taken.',
  'voice.order_over': 'This order is over, and nothing was taken. Please begin again.',
  'voice.read_back': 'The name for {{phone, spoken_phone}}: {{name, spoken_name}}.',
  'voice.recycled': 'Please note: this number changed hands within the last three months.',
  'voice.read_back_choice': join(
    'To send {{shop_name, spoken_text}}, {{amount, spoken_money}}, to this person, press one.',
    ' For another number, press two. To give up, press three. To hear it again, press hash.',
  ),
  'voice.recipient_changed': 'The number was changed elsewhere, so nothing was confirmed.',
  'voice.on_the_way':
    'Your order is taken. One answer is still on its way; we will write to you as soon as it is here.',
  'voice.given_up': 'The order is given up. Nothing is taken.',
  'voice.not_captured': 'The payment did not go through. Nothing is taken.',
  'voice.bought': join(
    'Done. {{shop_name, spoken_text}}, {{amount, spoken_money}}, goes to {{phone, spoken_phone}}.',
    ' We will tell you what becomes of it. If it is refused, or not answered in time, you are refunded.',
  ),

  'voice.no_gifts': 'You have not sent a gift yet.',
  'voice.no_more_gifts': 'There are no older gifts.',
  'voice.older_gifts': 'For older gifts, press one.',
  'voice.gift_waiting':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}. It waits for an answer.',
  'voice.gift_scheduled':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}. It is sent on the day that you chose.',
  'voice.gift_accepted':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}. It was accepted and not used yet.',
  'voice.gift_used':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}. It was accepted; {{remaining, spoken_money}} is left.',
  'voice.gift_refunded':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}. It was not taken, and you are refunded.',
  'voice.gift_unfinished':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}. It is still on its way to them.',

  'voice.receive_this_phone':
    'If the gift is for the phone that you call from, {{phone, spoken_phone}}, press one, then hash.',
  'voice.receive_phone': 'Key in the phone number that the gift is for, then hash. We will call that number.',
  'voice.call_back':
    'If a gift is waiting for that number, its phone will ring in a moment. Please hang up and wait. Goodbye.',
  'voice.call_back_limit': 'That number was called too often today. Please try again tomorrow.',
  'voice.offer': join(
    'Hello, this is Seonmul. {{sender_name, spoken_text}} sent you a gift certificate:',
    ' {{shop_name, spoken_text}}, {{amount, spoken_money}}.',
  ),
  'voice.offer_message': 'The message: {{message, spoken_text}}.',
  'voice.offer_choice': join(
    'To accept it, press one. To refuse it, press two. To decide later, press three; it waits until',
    ' {{answer_by_at, spoken_date_time}}. To hear it again, press hash. If you want no calls from us, press nine.',
  ),
  'voice.later': 'We will call again later. Goodbye.',
  'voice.calls_stopped': 'We will not call this number any more. Goodbye.',
  'voice.pin': join(
    'Choose a PIN of six digits. You will need it in the store.',
    ' It can not be digits of your phone number, nor a row such as one two three four five six.',
  ),
  'voice.pin_again': 'Key in the same six digits once more.',
  'voice.pin_differs': 'The two were not the same, so neither counts.',
  'voice.acceptance_pending':
    'Your answer is taken. The shop has not confirmed yet. Keep your PIN; we will tell you. Goodbye.',
  'voice.received': 'The gift is yours: {{shop_name, spoken_text}}, {{amount, spoken_money}}.',
  'voice.where_and_until': join(
    'At every {{shop_name, spoken_text}} store and its web shop, key in the phone number {{phone, spoken_phone}}',
    ' and your PIN, until {{valid_until_at, spoken_date}}. Never tell anybody your PIN.',
  ),
  'voice.next_offer': 'Another gift is waiting for you. To hear it, press one.',
  'voice.refuse_sure':
    'Are you sure? The sender is refunded. To refuse the gift, press two. To go back, press star.',
  'voice.gift_refused': 'You have refused the gift. {{sender_name, spoken_text}} is refunded.',
  'voice.voicemail':
    'Hello, this is Seonmul. A gift is waiting for this number. We will call again. Thank you.',
  'voice.already_accepted': 'This gift was accepted already. Goodbye.',
  'voice.already_refused': 'This gift was refused already, and the sender is refunded. Goodbye.',
  'voice.offer_over': 'The time to accept this gift is over, and the sender is refunded. Goodbye.',
  'voice.offer_gone':
    'The gift that we called about can not be accepted any more. You need not do anything. Goodbye.',
  'voice.not_now': 'That did not work just now. Your gift still waits, and we will call again. Goodbye.',

  'voice.holder_this_phone':
    'If it is the phone that you call from, {{phone, spoken_phone}}, press one, then hash.',
  'voice.holder_phone': 'Key in the phone number of the gift certificate, then hash.',
  'voice.holder_pin': 'Key in the PIN of the gift certificate, then hash.',
  'voice.holder_pin_short': 'The PIN has at least four digits.',
  'voice.pin_or_phone_wrong': 'Phone number and PIN do not fit together.',
  'voice.certificate_locked': 'It is locked, because the PIN was wrong too often. Nothing was taken.',
  'voice.too_often': 'There were too many attempts. Please wait a while.',
  'voice.balance':
    '{{shop_name, spoken_text}}: {{remaining, spoken_money}}, good until {{valid_until_at, spoken_date}}.',
  'voice.forgotten': join(
    'If you forgot the PIN of a gift certificate, press one.',
    ' If you forgot the phone PIN of your membership, press two. To go back, press star.',
  ),
  'voice.forgotten_phone_pin':
    'You can choose a new phone PIN on our web page, where you log in by password. It can not be done by phone.',
  'voice.unlock_needs_mobile':
    'The code for a new PIN is sent by text message, which this number can not receive. Please ask in the store.',
  'voice.code_sent':
    'If there is a gift certificate for this number, a code of six digits was just sent to it by text message.',
  'voice.unlock_code': 'Key in the six digits of the code.',
  'voice.code_short': 'The code has six digits.',
  'voice.code_wrong': 'That is not the code, or it is too old.',
  'voice.new_pin': 'Choose a new PIN of six digits.',
  'voice.unlocked': 'The new PIN counts from now on. Never tell it to anybody.',
});
