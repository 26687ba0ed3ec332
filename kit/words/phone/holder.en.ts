import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** What whoever holds a gift certificate hears on the phone. */
export const holderEn = english({
  'voice.holder_this_phone':
    'If it is for the phone you are calling from, {{phone, spoken_phone}}, press one, then hash.',
  'voice.holder_phone': 'Enter the phone number of the gift certificate, then press hash.',
  'voice.holder_pin': 'Enter the PIN of the gift certificate, then press hash.',
  'voice.holder_pin_short': 'The PIN has at least four digits.',
  'voice.pin_or_phone_wrong': 'That phone number or PIN is wrong.',
  'voice.certificate_frozen': join(
    'That gift certificate can’t be used for now, because its payment is in dispute or the shop has locked it.',
    ' Please contact the person who gave it to you, or the shop.',
  ),
  'voice.certificate_expired': 'That gift certificate has expired.',
  'voice.certificate_expired_on': 'That gift certificate expired on {{expired_on, spoken_date}}.',
  'voice.certificate_locked': 'There were too many wrong PINs on the phone. The balance is safe.',
  'voice.too_often': 'There were too many attempts. Please try again later.',
  'voice.balance':
    '{{shop_name, spoken_text}}: {{remaining, spoken_money}}, valid until {{valid_until_at, spoken_date}}.',
  'voice.no_balances': 'No gift certificate can be used with this number and PIN right now.',
  'voice.holder_menu': join(
    'To hear where you can use it, press one. To hand it over to another number, press two.',
    ' For a new PIN, press three. To choose which calls you get from us, press four.',
    ' To hear the balance again, press five. To go back to the start, press star. Otherwise, just hang up.',
  ),

  'voice.code_sent':
    'If there is a gift certificate for this number, we have just texted it a six-digit code.',
  'voice.code_call_coming': join(
    'If there is a gift certificate for this number, we will call it in a moment and read out the code.',
    ' You can choose the new PIN in that call. Please hang up and wait. Goodbye.',
  ),
  'voice.unlock_code': 'Enter the six-digit code.',
  'voice.unlock_code_by_call':
    'If you did not get a text, press one, then hash, and we will call with the code.',
  'voice.code_short': 'The code has six digits.',
  'voice.code_wrong': 'That code is wrong or has expired.',
  'voice.new_pin': 'Choose a new six-digit PIN.',
  'voice.unlocked': 'Your new PIN is ready to use. Never share it.',
  'voice.new_pin_now': 'To choose your new PIN now, in this call, press one.',
  'voice.take_now': 'To accept the gift certificate now, in this call, press one.',
  'voice.taken': 'The gift certificate is yours.',
  'voice.take_unknown_name': join(
    'We could not find the name behind this number, which the shop needs.',
    ' Please accept the gift certificate in store or on the website; the code stays valid. Goodbye.',
  ),
  'voice.take_gone':
    'This gift certificate can no longer be accepted. You do not need to do anything. Goodbye.',

  'voice.which_to_hand_over': 'Which gift certificate would you like to hand over?',
  'voice.hand_over_choice':
    'For the one with {{remaining, spoken_money}}, valid until {{valid_until_at, spoken_date}}, press {{key, spoken_digits}}.',
  'voice.hand_over_phone':
    'Enter the phone number of the person you are handing it over to, including the area code, then press hash.',
  'voice.hand_over_sure': join(
    'You are handing over {{remaining, spoken_money}} of {{shop_name, spoken_text}} to {{phone, spoken_phone}}.',
    ' We will give that number a code; whoever has it can use the whole balance, and you no longer can.',
    ' To hand it over, press one. For another number, press two. To go back, press star.',
  ),
  'voice.hand_over_code_sent':
    'We have just texted a six-digit code to your own phone, so that nobody else can hand it over.',
  'voice.hand_over_call_coming': join(
    'We will call your own phone in a moment and read out a code, so that nobody else can hand it over.',
    ' You can hand it over in that call. Please hang up and wait. Goodbye.',
  ),
  'voice.hand_over_now': 'To hand it over now, in this call, press one.',
  'voice.hand_over_called': join(
    'We will call that number with a code, which can be used until {{until_at, spoken_date_time}}.',
    ' Until then the gift certificate is still yours, and you can use it.',
  ),
  'voice.hand_over_texted': join(
    'We have texted that number a code, which can be used until {{until_at, spoken_date_time}}.',
    ' Until then the gift certificate is still yours, and you can use it.',
  ),
  'voice.hand_over_not_allowed':
    'This gift certificate cannot be handed over: the number is your own, there is no balance left, or it is being used in a store right now.',
  'voice.hand_over_gone': 'This gift certificate cannot be used at the moment, so it cannot be handed over.',

  'voice.where_to_use':
    'At any {{shop_name, spoken_text}} store or its online shop, enter the phone number {{phone, spoken_phone}} and your PIN.',
  'voice.which_district': 'Which area would you like to hear the stores of?',
  'voice.other_district': 'For stores in other areas, press {{key, spoken_digits}}.',
  'voice.all_stores': 'For all stores, press {{key, spoken_digits}}.',
  'voice.no_stores': 'We could not find any stores to tell you about.',
  'voice.store': '{{name, spoken_text}}.',
  'voice.store_address': 'The address: {{address, spoken_text}}.',
  'voice.store_hours': 'Open {{hours, spoken_hours}}.',
  'voice.store_phone': 'Phone: {{phone, spoken_phone}}.',
  'voice.stores_end': 'For anything else, press one. To go back, press star. Otherwise, just hang up.',

  'voice.calls_all': join(
    'We call this number with all news of your gifts.',
    ' To get no more calls when a gift is used, press one. To get no calls at all, press two. To go back, press star.',
  ),
  'voice.calls_no_uses': join(
    'We call this number with news, but not when a gift is used.',
    ' To be called about uses again, press one. To get no calls at all, press two. To go back, press star.',
  ),
  'voice.calls_none': join(
    'We do not call this number, except with codes and when you ask us to.',
    ' To get all calls again, press one. To get them except for uses, press two. To go back, press star.',
  ),
  'voice.calls_now_all': 'Done. We will call this number with all news.',
  'voice.calls_now_no_uses': 'Done. We will call this number with news, but not about uses.',
  'voice.calls_now_none':
    'Done. We will not call this number any more, except with codes and when you ask us to.',
});
