import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** The way through the whole job, step by step. Names of buttons are those of the pages themselves. */
export const phonesTourEn = english({
  'tour.title': 'The five-minute tour',
  'tour.intro': 'From buying a gift to using it in the store: all of it, in one browser.',
  'tour.progress': '{{done}} of {{steps}}',
  'tour.start': 'Start the tour',
  'tour.go_on': 'Go on with the tour',
  'tour.again': 'Start again',
  'tour.is_done': 'Done:',
  'tour.did': 'Done',
  'tour.not_yet': 'Not done yet',
  'tour.by_itself': 'Ticks itself when the text message is there.',
  'tour.seen': 'The text message came.',
  'tour.later': 'Ticks itself when a later step has worked.',
  'tour.open_buyer': 'Open the buyer’s page',
  'tour.open_phone': 'To {{name}}’s phone',
  'tour.open_terminal': 'Open the terminal',
  'tour.open_console': 'Open the console',
  'tour.log_in': 'Log in as {{name}}',
  'tour.log_in_what': 'Open the buyer’s page and log in.',
  'tour.give': 'Choose a gift',
  'tour.give_what': 'Choose where it can be used, an amount, a card and a message, and go on to the payment.',
  'tour.card': 'Add a card',
  'tour.card_what': join(
    'The payment company’s page opens; we never see the card. Any date to come and any security code will do.',
    ' Nothing is charged before you have confirmed the name.',
  ),
  'tour.recipient': 'Confirm who gets it',
  'tour.recipient_what':
    'Type the number. Its owner’s name is read back, masked; if it is right, send the gift.',
  'tour.text': '{{name}} gets a text message',
  'tour.text_what': 'Look at the recipient’s phone.',
  'tour.accept': 'Accept the gift',
  'tour.accept_what': join(
    'Open the link in the message, accept, and choose a six-digit PIN.',
    ' Or answer the message: 1, then the PIN, twice.',
  ),
  'tour.enrol': 'Put a terminal into the store',
  'tour.enrol_what': join(
    'Open the terminal and key in an enrolment code. A code counts once;',
    ' when both are spent, make one in the shop’s office.',
  ),
  'tour.receive': 'Find the certificate',
  'tour.receive_what':
    'At the terminal, as the recipient: phone number and the PIN. Then take it on paper or on the screen.',
  'tour.redeem': 'Pay with it',
  'tour.redeem_what': join(
    'As the clerk: log in at the terminal’s staff screen, key in an amount, and have the recipient',
    ' key in phone number and PIN.',
  ),
  'tour.heard': '{{name}} hears of it',
  'tour.heard_what': 'Back at the buyer’s phone: what was used, where, and what is left.',
  'tour.finished': 'That was the whole job',
  'tour.finished_what': join(
    'Refuse a gift, switch a phone off, or look at this gift with an operator’s eyes:',
    ' the console shows every step across the servers.',
  ),
  'tour.email': 'E-mail',
  'tour.password': 'Password',
  'tour.card_number': 'Card number',
  'tour.phone': 'Phone number',
  'tour.code': 'Enrolment code',
  'tour.login': 'Login',
  'tour.copy': 'Copy {{label}}',
  'tour.copied': 'Copied',
});
