import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** Codes and security notices. A code is never in a subject, which lock screens show. */
export const accountEn = english({
  'account.verification_code.sms':
    '[Seonmul] Your verification code is {{code}}. It expires in {{minutes}} minutes. Do not share it with anyone.',
  'account.verification_code.mail_subject': 'Your verification code',
  'account.verification_code.mail_text': join(
    'Hello,\n\nYour verification code is {{code}}. It expires in {{minutes}} minutes.\n',
    'If you did not request it, you can ignore this email.',
  ),
  'account.verification_code.spoken': 'We are calling with your verification code.',

  'account.unlock_code.sms':
    '[Seonmul] {{code}} is your code to unlock your {{shop_name}} gift certificate. It expires in {{minutes}} minutes. Do not share it with anyone.',
  'account.unlock_code.mail_subject': 'Your code to unlock your {{shop_name}} gift certificate',
  'account.unlock_code.mail_text': join(
    'Hello,\n\nYour code to unlock your {{shop_name}} gift certificate is {{code}}.',
    ' It expires in {{minutes}} minutes.\nIf you did not request it, do not share it with anyone.',
  ),
  'account.unlock_code.spoken':
    'We are calling with the code to unlock your {{shop_name, spoken_text}} gift certificate.',

  'account.checkout_code.sms':
    '[Seonmul] {{code}} is your code to pay {{amount, money}} at {{shop_name}}. It expires in {{minutes}} minutes. Do not share it with anyone.',
  'account.checkout_code.mail_subject': 'Your code to pay at {{shop_name}}',
  'account.checkout_code.mail_text': join(
    'Hello,\n\n',
    'Your code to pay {{amount, money}} at {{shop_name}} with your gift certificate is {{code}}.',
    ' It expires in {{minutes}} minutes.\n',
    'If you are not making this payment, do not share it with anyone.',
  ),
  'account.checkout_code.spoken':
    'We are calling with the code to pay at {{shop_name, spoken_text}} with your gift certificate.',

  'account.welcome.sms': '[Seonmul] Welcome, {{name}}! Your member number is {{member_number}}.',
  'account.welcome.mail_subject': 'Welcome to Seonmul',
  'account.welcome.mail_text': join(
    'Hello {{name}},\n\nWelcome to Seonmul. Your member number is {{member_number}}.\n',
    'By phone, log in with your member number and phone PIN.',
    ' On the web, use your email address and password.',
  ),
  'account.welcome.spoken': join(
    'Welcome to Seonmul, {{name, spoken_text}}. Your member number is {{member_number, spoken_digits}}.',
    ' When you call us, log in with this number and your phone PIN.',
  ),

  'account.password_changed.sms':
    '[Seonmul] Your password was changed. If this was not you, contact us right away.',
  'account.password_changed.mail_subject': 'Your password was changed',
  'account.password_changed.mail_text':
    'Hello,\n\nYour password or phone PIN was changed on {{changed_at, date_time}}.\nIf this was not you, contact us right away.',
  'account.password_changed.spoken': join(
    'Your password or phone PIN was changed on {{changed_at, spoken_date_time}}.',
    ' If this was not you, call us right away and press zero.',
  ),

  'account.passkey_added.sms':
    '[Seonmul] A passkey was added to your account. If this was not you, contact us right away.',
  'account.passkey_added.mail_subject': 'A passkey was added to your account',
  'account.passkey_added.mail_text':
    'Hello,\n\nA passkey was added to your account on {{changed_at, date_time}}. It can be used to log in.\nIf this was not you, contact us right away.',
  'account.passkey_added.spoken': join(
    'A passkey was added to your account on {{changed_at, spoken_date_time}}.',
    ' If this was not you, call us right away and press zero.',
  ),

  'account.contact_changed.sms':
    '[Seonmul] This phone number was removed from your account. If this was not you, contact us right away.',
  'account.contact_changed.mail_subject': 'This email address was removed from your account',
  'account.contact_changed.mail_text':
    'Hello,\n\nThe email address on your account was changed on {{changed_at, date_time}}, so this address is no longer used.\nIf this was not you, contact us right away.',
  'account.contact_changed.spoken': join(
    'This phone number was removed from your account on {{changed_at, spoken_date_time}}.',
    ' If this was not you, call us right away and press zero.',
  ),

  'account.closed.sms':
    '[Seonmul] Your account {{member_number}} is closed. If this was not you, contact us right away.',
  'account.closed.mail_subject': 'Your account is closed',
  'account.closed.mail_text': join(
    'Hello,\n\n',
    'Your account {{member_number}} was closed on {{closed_at, date_time}}. You are logged out everywhere, and your cards',
    ' and passkeys are removed.\n',
    'Gifts you have sent stay valid. Refunds go to the card you paid with.\n',
    'By law we keep purchase records for 5 years, separately and for no other purpose.\n\n',
    'If this was not you, contact us right away.',
  ),
  'account.closed.spoken': join(
    'Your account was closed on {{closed_at, spoken_date_time}}.',
    ' If this was not you, call us right away and press zero.',
  ),

  'person.unnamed': 'the recipient',
});
