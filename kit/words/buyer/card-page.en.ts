import { english } from '../../format/texts.ts';

/** The pages of the settlement server, to which a buyer gives a card and confirms a payment. */
export const cardPageEn = english({
  'card_page.brand': 'Secure payment',
  'card_page.title': 'Add a card',
  'card_page.what': 'Only the payment provider gets your card. The shop and the gift service never see it.',
  'card_page.number': 'Card number',
  'card_page.expiry': 'Expiry',
  'card_page.expiry_hint': 'Month and year, for example 12/29',
  'card_page.expiry_wrong': 'Please write the month and the year as on the card, for example 12/29.',
  'card_page.card_number_wrong': 'This is no card number. Please check its digits.',
  'card_page.security_code': 'Security code',
  'card_page.security_code_hint': 'Three digits on the back, or four on the front',
  'card_page.security_code_wrong': 'Three or four digits, please.',
  'card_page.card_expired': 'This card has expired. Please use another.',
  'card_page.add': 'Add this card',
  'card_page.test_only':
    'This installation takes test cards only, such as 4242 4242 4242 4242 with any date to come and any code.',
  'card_page.added': 'Your card was added',
  'card_page.closed': 'This page is closed',
  'card_page.closed_what': 'It was used already, or stood open for too long. Please go back and begin again.',
  'card_page.go_back': 'Continue',
  'card_page.confirm': 'Confirm the payment',
  'card_page.confirm_what': 'Your card’s bank sent you a code to confirm a payment of {{amount, money}}.',
  'card_page.code': 'Code from your bank',
  'card_page.code_wrong': 'Four to eight digits, please.',
  'card_page.confirm_now': 'Confirm',
  'card_page.test_code': 'In this test installation the code is 123456.',
  'card_page.confirmed': 'Your answer has reached your bank',
});
