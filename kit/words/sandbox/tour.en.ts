import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** The way through the whole job, step by step. Names of buttons are those of the pages themselves. */
export const phonesTourEn = english({
  'tour.title': 'Five-minute tour',
  'tour.intro': 'Buy a gift and use it in a store, all in one browser.',
  'tour.progress': '{{done}} of {{steps}}',
  'tour.start': 'Start tour',
  'tour.go_on': 'Continue tour',
  'tour.again': 'Start over',
  'tour.is_done': 'Done:',
  'tour.did': 'Done',
  'tour.not_yet': 'Not done yet',
  'tour.by_itself': 'Ticked off when the text message arrives.',
  'tour.seen': 'The text message has arrived.',
  'tour.later': 'Ticked off when a later step works.',
  'tour.open_buyer': 'Open the buyer’s page',
  'tour.open_phone': 'Go to {{name}}’s phone',
  'tour.open_terminal': 'Open the terminal',
  'tour.open_console': 'Open the console',
  'tour.log_in': 'Log in as {{name}}',
  'tour.log_in_what': 'Open the buyer’s page and log in.',
  'tour.give': 'Choose a gift',
  'tour.give_what': 'Choose a shop, an amount, a card and a message, then continue to payment.',
  'tour.card': 'Add a card',
  'tour.card_what': join(
    'The payment provider’s page opens; we never see the card.',
    ' Use any future date and any security code. You’re not charged until you confirm the name.',
  ),
  'tour.recipient': 'Confirm the recipient',
  'tour.recipient_what':
    'Enter the number. You’ll see its owner’s name, masked. If it’s right, send the gift.',
  'tour.text': '{{name}} gets a text message',
  'tour.text_what': 'Look at the recipient’s phone.',
  'tour.accept': 'Accept the gift',
  'tour.accept_what': join(
    'Open the link in the message, accept, and choose a six-digit PIN.',
    ' Or reply 1, then send the PIN twice.',
  ),
  'tour.enrol': 'Set up a terminal',
  'tour.enrol_what': join(
    'Open the terminal and enter an enrolment code.',
    ' Each code works once; if both are used up, create one in the shop office.',
  ),
  'tour.receive': 'Find the certificate',
  'tour.receive_what':
    'At the terminal, as the recipient, enter the phone number and PIN. Then get it on paper or on screen.',
  'tour.redeem': 'Pay with it',
  'tour.redeem_what': join(
    'As the clerk, log in on the terminal’s staff screen and enter an amount.',
    ' Then, as the recipient, enter the phone number and PIN.',
  ),
  'tour.heard': '{{name}} gets a message',
  'tour.heard_what': 'Go back to the buyer’s phone to see what was used, where, and the balance.',
  'tour.finished': 'That’s the whole journey',
  'tour.finished_what': join(
    'Next, try refusing a gift or switching a phone off.',
    ' In the operator console, you can see every step of this gift across the servers.',
  ),
  'tour.email': 'Email',
  'tour.password': 'Password',
  'tour.card_number': 'Card number',
  'tour.phone': 'Phone number',
  'tour.code': 'Enrolment code',
  'tour.login': 'Login',
  'tour.copy': 'Copy {{label}}',
  'tour.copied': 'Copied',
});
