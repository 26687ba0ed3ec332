import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** What is spoken on the phone. Keys are named in words, and amounts, numbers and days formatted for the ear. */
export const voiceEn = english({
  'voice.choose_language': 'For English, press two.',
  'voice.change_language': 'For English, press eight.',
  'voice.welcome': 'Welcome to Seonmul, gifts by phone number.',
  'voice.menu': join(
    'To send a gift, press one. If you have been sent a gift, press two.',
    ' For your balance, press three. For gifts you have sent, press four.',
    ' If you forgot a PIN, press five. To become a member, press six.',
    ' For help, press nine. To speak to someone, press zero.',
    ' To hear this again, press hash.',
  ),
  'voice.help': join(
    'You can press keys at any time; there is no need to wait. After a number, press hash.',
    ' Hash alone repeats the last message. Star goes back.',
    ' In the middle of a number, star starts that number over.',
    ' We never call to ask for a PIN you already have.',
  ),
  'voice.goodbye': 'Thank you. Goodbye.',
  'voice.nothing_heard': 'We did not get a key press.',
  'voice.not_understood': 'Sorry, that is not valid.',
  'voice.not_offered': 'Sorry, that is not one of the options.',
  'voice.from_the_start': 'Please start this number again.',
  'voice.too_many_tries':
    'Sorry, we did not get a valid answer, so we will end the call here. Please call again any time. Thank you.',
  'voice.sorry_interrupted': 'Sorry, we were cut off for a moment. Let us continue.',
  'voice.sorry_lost':
    'Sorry, something went wrong on our side. Nothing has changed. Please call again. Goodbye.',
  'voice.try_later': 'Sorry, something went wrong and nothing has changed. Please try again later.',
  'voice.connecting': 'We are connecting you to an agent. Please hold.',
  'voice.no_operator':
    'All our agents are unavailable right now. Please use the keypad, or call again later.',
  'voice.choice': 'For {{what, spoken_text}}, press {{key, spoken_digits}}.',
  'voice.read_on': 'To hear more, press {{key, spoken_digits}}.',
  'voice.anything_else': 'For anything else, press one. Otherwise, just hang up.',
  'voice.back_to_menu': 'To go back, press star. Otherwise, just hang up.',
  'voice.hang_up_now': 'That is everything. You can hang up now, or press hash to hear it again.',

  'voice.member_number': 'Enter your ten-digit member number.',
  'voice.member_number_wrong': 'That member number is not valid. Please check it.',
  'voice.phone_pin': 'Enter your six-digit phone PIN.',
  'voice.phone_pin_short': 'The phone PIN has six digits.',
  'voice.credentials_wrong': 'That member number or phone PIN is wrong.',
  'voice.log_in_locked':
    'There were too many failed attempts, so you cannot log in now. Please call from your own phone in fifteen minutes. If you forgot your PIN, call again and press five. Goodbye.',
  'voice.logged_in': 'Thank you. You are logged in as {{name, spoken_name}}.',
  'voice.no_shops': 'No shops are available right now.',

  'voice.which_shop': 'Which shop would you like?',
  'voice.amount':
    '{{shop_name, spoken_text}} gift certificate. Enter an amount in won, then press hash. Or choose one of these amounts by its key, then press hash.',
  'voice.amount_choice': '{{amount, spoken_money}}: {{key, spoken_digits}}.',
  'voice.amount_out_of_range': 'The amount must be from {{min, spoken_money}} to {{max, spoken_money}}.',
  'voice.which_method': '{{amount, spoken_money}}. Which card would you like to pay with?',
  'voice.method_choice':
    '{{brand, card_brand}} card ending in {{last4, spoken_digits}}: press {{key, spoken_digits}}.',
  'voice.paying': 'We are checking with your bank. Please wait a moment.',
  'voice.authorised': 'Your card is authorised. You will not be charged until you confirm the name.',
  'voice.declined': 'Your card was declined. You have not been charged.',
  'voice.card_not_taken_here': 'This shop doesn’t take that card. You have not been charged.',
  'voice.not_by_phone':
    'This card could not be authorised by phone. You have not been charged. Choose another card, or buy on our website.',
  'voice.recipient': 'Enter the phone number the gift is for, including the area code, then press hash.',
  'voice.phone_wrong': 'That phone number is not valid.',
  'voice.name_not_known_abroad':
    'We cannot look up names for numbers of that country. Please send this gift on our website, or enter another number.',
  'voice.recipient_unknown': 'We could not find anyone with that number. Please check it.',
  'voice.name_unavailable': 'We could not look up the name right now.',
  'voice.read_back_limit':
    'You have reached the daily limit for looking up names. You have not been charged.',
  'voice.order_over': 'This order has ended, and you have not been charged. Please start again.',
  'voice.read_back': 'The name for {{phone, spoken_phone}}: {{name, spoken_name}}.',
  'voice.recycled': 'Please note: this number changed hands in the last three months.',
  'voice.read_back_choice': join(
    'To send {{shop_name, spoken_text}}, {{amount, spoken_money}}, to this person, press one.',
    ' For another number, press two. To cancel, press three. To hear this again, press hash.',
  ),
  'voice.recipient_changed': 'The number was changed somewhere else, so nothing was confirmed.',
  'voice.on_the_way':
    'We have your order and are waiting for one more reply. We will message you as soon as it arrives.',
  'voice.given_up': 'The order is cancelled. You have not been charged.',
  'voice.not_captured': 'The payment failed. You have not been charged.',
  'voice.bought': join(
    'Done.',
    ' {{shop_name, spoken_text}}, {{amount, spoken_money}}, is on its way to {{phone, spoken_phone}}.',
    ' We will let you know when it is accepted.',
    ' If it is refused, or not accepted in time, you get a refund.',
  ),

  'voice.no_gifts': 'You have not sent any gifts yet.',
  'voice.no_more_gifts': 'You have no older gifts.',
  'voice.older_gifts': 'For older gifts, press one.',
  'voice.gift_sent':
    '{{shop_name, spoken_text}}, {{amount, spoken_money}}. The recipient: {{name, spoken_name}}.',
  'voice.gift_state': '{{state, spoken_text}}.',
  'voice.gift_state_left': '{{state, spoken_text}}, with {{left, spoken_money}} left.',

  'voice.receive_this_phone':
    'If the gift is for the phone you are calling from, {{phone, spoken_phone}}, press one, then hash.',
  'voice.receive_phone': 'Enter the phone number the gift is for, then press hash. We will call that number.',
  'voice.call_back':
    'If a gift is waiting for that number, we will call it in a moment. Please hang up and wait. Goodbye.',
  'voice.call_back_limit': 'That number has been called too many times today. Please try again tomorrow.',
  'voice.offer': join(
    'Hello, this is Seonmul. {{sender_name, spoken_text}} sent you a gift certificate:',
    ' {{shop_name, spoken_text}}, {{amount, spoken_money}}.',
  ),
  'voice.offer_for': 'It is for {{name, spoken_name}}. If that is not you, please refuse it.',
  'voice.offer_message': 'The message: {{message, spoken_text}}.',
  'voice.offer_choice': join(
    'To accept it, press one. To refuse it, press two.',
    ' To decide later, press three; it waits until {{answer_by_at, spoken_date_time}}.',
    ' To hear this again, press hash.',
  ),
  'voice.offer_stop_calls': 'To stop these calls, press nine.',
  'voice.offer_start_calls': 'To be called about gifts again, press nine.',
  'voice.calls_started': 'We will call this number again when there is a gift or news for you.',
  'voice.later': 'We will call again later. Goodbye.',
  'voice.calls_stopped': 'We will not call this number again. Goodbye.',
  'voice.pin': join(
    'Choose a six-digit PIN. You will need it in the store.',
    ' Do not use part of your phone number, or a sequence such as one two three four five six.',
  ),
  'voice.pin_again': 'Enter the same six digits again.',
  'voice.pin_differs': 'The PINs did not match.',
  'voice.acceptance_pending':
    'We have your answer and are waiting for the shop to confirm. Remember your PIN; we will let you know. Goodbye.',
  'voice.received': 'The gift is yours: {{shop_name, spoken_text}}, {{amount, spoken_money}}.',
  'voice.where_and_until': join(
    'At any {{shop_name, spoken_text}} store or its online shop, enter the phone number {{phone, spoken_phone}} and your PIN.',
    ' It is valid until {{valid_until_at, spoken_date}}. Never share your PIN.',
  ),
  'voice.next_offer': 'Another gift is waiting for you. To hear it, press one.',
  'voice.refuse_sure':
    'Are you sure? The sender gets a refund. To refuse the gift, press two. To go back, press star.',
  'voice.gift_refused': 'You refused the gift. {{sender_name, spoken_text}} gets a refund.',
  'voice.voicemail':
    'Hello, this is Seonmul. A gift is waiting for this number. We will call again. Thank you.',
  'voice.already_accepted': 'This gift has already been accepted. Goodbye.',
  'voice.already_refused': 'This gift has already been refused, and the sender gets a refund. Goodbye.',
  'voice.offer_over': 'It is too late to accept this gift. The sender gets a refund. Goodbye.',
  'voice.offer_frozen':
    'This gift can’t be accepted now, because its payment is in dispute. Please ask the sender. Goodbye.',
  'voice.offer_gone':
    'The gift we called about can no longer be accepted. You do not need to do anything. Goodbye.',
  'voice.sim_changed':
    'The SIM of this phone was changed recently. To keep your money safe, please wait a few days, or ask the shop. Nothing has changed. Goodbye.',
  'voice.number_recycled':
    'The mobile operator says that this number has a new owner. Please ask the sender or the shop. Goodbye.',
  'voice.number_not_checked':
    'We could not check this number with the mobile operator right now. Nothing has changed. Please try again later. Goodbye.',
  'voice.not_now':
    'Sorry, something went wrong. Your gift is still waiting, and we will call again. Goodbye.',

  'voice.forgotten': join(
    'If you forgot the PIN of a gift certificate, press one.',
    ' If you forgot your phone PIN, press two. To go back, press star.',
  ),

  'voice.news_greeting_one': 'Hello, this is Seonmul. We have one piece of news about your gifts.',
  'voice.news_greeting':
    'Hello, this is Seonmul. We have {{count, spoken_count}} pieces of news about your gifts.',
  'voice.news_next': 'Here is the next one.',
  'voice.news_choice': join(
    'To hear this again, press one. To send a gift, or to ask about another one, press two.',
    ' If you do not want to be called each time a gift is used, press nine. Otherwise, just hang up.',
  ),
  'voice.news_uses_stopped':
    'We will not call you about uses any more. We will still call you with other news.',
  'voice.news_none': 'There is no more news for you.',
  'voice.news_voicemail': 'Hello, this is Seonmul. We have news about a gift. We will call again. Thank you.',

  'voice.code_greeting': 'Hello, this is Seonmul.',
  'voice.code_twice': 'We will read the code to you twice, one digit at a time.',
  // With a space between the digits, a voice pauses after each of them.
  'voice.code_digits': '{{digits, spoken_digits}}.',
  'voice.code_once_more': 'Here it is once more.',
  'voice.code_repeat': 'To hear it again, press hash.',
  'voice.code_secret': 'Never share this code with anyone.',
  'voice.code_expired': 'The code has expired. If you still need one, please request it again.',
});
