import { english } from '../../format/texts.ts';

/** Spoken to a member who adds a card by phone. */
export const cardEn = english({
  'voice.no_card': 'There is no card on your account yet. To add one now, press one.',
  'voice.other_card': 'For another card, press {{key, spoken_digits}}.',
  'voice.card_elsewhere':
    'Cards cannot be added by phone. You can add one at the terminal in any store, or on our website.',
  'voice.card_text_link': 'To get a link to our website by text message, press one.',
  'voice.card_link_sent': 'We have just sent you the link by text message.',
  'voice.card_number': 'Enter the number on the front of your card, then press hash. Take your time.',
  'voice.card_number_wrong': 'That card number is not valid.',
  'voice.card_last4':
    'A card ending in {{last4, spoken_digits}}. If that is right, press one. To enter it again, press two.',
  'voice.card_expiry': 'Enter the expiry date: two digits for the month, then two for the year.',
  'voice.card_expiry_wrong': 'That is not a valid expiry date. March twenty thirty is zero three three zero.',
  'voice.card_code':
    'Enter the security code, the last three digits on the back of your card, then press hash.',
  'voice.card_code_wrong': 'The security code has three or four digits.',
  'voice.card_expired': 'This card has expired.',
  'voice.card_refused': 'This card could not be added.',
  'voice.card_unsure': 'We have no answer about your card yet.',
  'voice.card_try_again': 'To check once more, press one. To leave it for now, press star.',
  'voice.card_added':
    'Your card has been added. Nothing has been charged. To send a gift now, press one. Otherwise, just hang up.',
});
