import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** What stands around the text of every mail, and the page that turns a kind of notice off. */
export const mailEn = english({
  'mail.footer':
    'This is an automated email from Seonmul; please do not reply.\nWe never contact you to ask for your PIN, password or a code.',
  'mail.open_gift': 'Open gift',
  'mail.button_fails': 'If the button doesn’t work, open this link:',
  'mail.unsubscribe': 'Unsubscribe from these notices',
  'mail.unsubscribe_line': 'Unsubscribe from these notices: {{unsubscribe_url}}',

  'notices_page.gift_accepted': 'when a gift is accepted',
  'notices_page.certificate_issued': 'when a certificate is issued',
  'notices_page.certificate_used': 'when a certificate is used',
  'notices_page.use_reversed': 'when a use is reversed',
  'notices_page.birthday_soon': 'when a saved birthday is coming up',
  'notices_page.ask_title': 'Turn off this notice?',
  'notices_page.ask_what': join(
    'We’ll stop telling you {{notice}}, by text message and by email.',
    ' You’ll still hear about purchases and refunds.',
  ),
  'notices_page.stop_now': 'Turn off',
  'notices_page.stopped_title': 'Notice turned off',
  'notices_page.stopped_what': 'We’ll no longer tell you {{notice}}.',
  'notices_page.undo': 'Turn back on',
  'notices_page.on_title': 'Notice turned on',
  'notices_page.on_what': 'We’ll tell you {{notice}}.',
  'notices_page.not_found': 'This link doesn’t work',
  'notices_page.not_found_what':
    'Open the full link from your email again. You can also change notices in your account.',
});
