import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** What stands around the text of every mail, and the page that turns a kind of notice off. */
export const mailEn = english({
  'mail.footer':
    'Seonmul sends this mail by itself; please do not reply.\nWe never ask for your PIN, password or a code by mail or on the phone.',
  'mail.open_gift': 'Open the gift',
  'mail.button_fails': 'If the button does not work, open this address:',
  'mail.unsubscribe': 'Stop these notices',
  'mail.unsubscribe_line': 'To stop these notices: {{unsubscribe_url}}',

  'notices_page.gift_accepted': 'that a gift was accepted',
  'notices_page.certificate_issued': 'that a certificate was issued',
  'notices_page.certificate_used': 'that a certificate was used',
  'notices_page.use_reversed': 'that a use was reversed',
  'notices_page.ask_title': 'Stop this notice?',
  'notices_page.ask_what': join(
    'We will no longer tell you {{notice}}, by text message or by mail.',
    ' You will still hear of purchases and refunds.',
  ),
  'notices_page.stop_now': 'Stop this notice',
  'notices_page.stopped_title': 'The notice is off',
  'notices_page.stopped_what': 'We will no longer tell you {{notice}}.',
  'notices_page.undo': 'Turn it on again',
  'notices_page.on_title': 'The notice is on',
  'notices_page.on_what': 'We will tell you {{notice}}.',
  'notices_page.not_found': 'We do not know this link',
  'notices_page.not_found_what':
    'Open the link in the mail once more, to its end. Notices are also changed in your account.',
});
