import { english } from '../../format/texts.ts';

/** The pages of the settlement server, to which a buyer gives a card and confirms a payment. */
export const cardPageEn = english({
  'card_page.brand': 'Secure payment',
  'card_page.title': 'Add a card',
  'card_page.what':
    'Your card details go straight to the payment provider. Neither the shop nor Seonmul sees them.',
  'card_page.element_what':
    'Enter your card on the payment provider’s page. Neither the shop nor Seonmul sees its number.',
  'card_page.element_failed': 'Your card wasn’t added. You can try again.',
  'card_page.element_script': 'Turn on JavaScript in your browser to add a card.',
  'card_page.number': 'Card number',
  'card_page.expiry': 'Expiry date',
  'card_page.expiry_hint': 'Month and year, e.g. 12/29',
  'card_page.expiry_digits': '4 digits: 1229 for 12/29',
  'card_page.expiry_wrong': 'Enter the month and year as shown on the card, e.g. 12/29.',
  'card_page.card_number_wrong': 'That card number isn’t valid. Check it and try again.',
  'card_page.security_code': 'Security code',
  'card_page.security_code_hint': '3 digits on the back, or 4 on the front',
  'card_page.security_code_wrong': 'Enter 3 or 4 digits.',
  'card_page.card_expired': 'This card has expired. Try another card.',
  'card_page.add': 'Add card',
  'card_page.test_only':
    'Test mode: only test cards work, such as 4242 4242 4242 4242 with any future date and any security code.',
  'card_page.added': 'Card added',
  'card_page.waiting': 'One moment',
  'card_page.waiting_what': 'We’re waiting for an answer from your bank. This page refreshes automatically.',
  'card_page.closed': 'This page has expired',
  'card_page.closed_what': 'It was already used, or was open for too long. Go back and start again.',
  'card_page.confirm': 'Confirm your payment',
  'card_page.confirm_what': 'Your bank sent you a code to confirm a payment of {{amount, money}}.',
  'card_page.code': 'Code from your bank',
  'card_page.code_wrong': 'Enter 4 to 8 digits.',
  'card_page.confirm_now': 'Confirm',
  'card_page.test_code': 'Test mode: the code is 123456.',
  'card_page.confirmed': 'Sent to your bank',
});
