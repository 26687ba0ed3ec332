import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** Codes and security notices. A code is never in a subject, which lock screens show. */
export const accountEn = english({
  'account.verification_code.sms':
    '[Seonmul] Verification code {{code}}, valid for {{minutes}} minutes. Do not tell anybody.',
  'account.verification_code.mail_subject': 'Your verification code',
  'account.verification_code.mail_text': join(
    'Hello,\n\nYour verification code is {{code}}. It is valid for {{minutes}} minutes.\n',
    'If you did not ask for it, you can ignore this mail.',
  ),

  'account.unlock_code.sms':
    '[Seonmul] Code {{code}} unlocks your {{shop_name}} gift certificate, valid for {{minutes}} minutes. Do not tell anybody.',
  'account.unlock_code.mail_subject': 'Your code to unlock the {{shop_name}} gift certificate',
  'account.unlock_code.mail_text': join(
    'Hello,\n\nThe code {{code}} unlocks your {{shop_name}} gift certificate. It is valid for {{minutes}} minutes.\n',
    'If you did not ask for it, do not give it to anybody.',
  ),

  'account.checkout_code.sms':
    '[Seonmul] Code {{code}} confirms {{amount, money}} at {{shop_name}}, valid for {{minutes}} minutes. Do not tell anybody.',
  'account.checkout_code.mail_subject': 'Your code to pay at {{shop_name}}',
  'account.checkout_code.mail_text': join(
    'Hello,\n\nThe code {{code}} confirms the payment of {{amount, money}} at {{shop_name}} by gift certificate.',
    ' It is valid for {{minutes}} minutes.\nIf you are not paying there, do not give it to anybody.',
  ),

  'account.welcome.sms': '[Seonmul] Welcome, {{name}}. Your member number is {{member_number}}.',
  'account.welcome.mail_subject': 'Welcome to Seonmul',
  'account.welcome.mail_text': join(
    'Hello {{name}},\n\nWelcome to Seonmul. Your member number is {{member_number}}.\n',
    'On the phone you sign in by member number and phone PIN, on the web by e-mail address and password.',
  ),

  'account.password_changed.sms':
    '[Seonmul] Your password was changed. If this was not you, call us at once.',
  'account.password_changed.mail_subject': 'Your password was changed',
  'account.password_changed.mail_text':
    'Hello,\n\nYour password or phone PIN was changed on {{changed_at, date_time}}.\nIf this was not you, call us at once.',

  'account.passkey_added.sms':
    '[Seonmul] A passkey was added to your account. If this was not you, call us at once.',
  'account.passkey_added.mail_subject': 'A passkey was added',
  'account.passkey_added.mail_text':
    'Hello,\n\nA passkey that opens your account was added on {{changed_at, date_time}}.\nIf this was not you, call us at once.',

  'account.contact_changed.sms':
    '[Seonmul] Your account no longer uses this phone number. If this was not you, call us at once.',
  'account.contact_changed.mail_subject': 'Your account no longer uses this address',
  'account.contact_changed.mail_text':
    'Hello,\n\nAnother mail address took the place of this one on {{changed_at, date_time}}.\nIf this was not you, call us at once.',

  'account.locked.sms':
    '[Seonmul] Sign-in to your account failed too often, so it is locked until {{locked_until_at, date_time}}.',
  'account.locked.mail_subject': 'Your account is locked for a while',
  'account.locked.mail_text': join(
    'Hello,\n\nSign-in to your account failed too often, so it is locked until {{locked_until_at, date_time}}.\n',
    'If this was not you, change your password after that.',
  ),

  'person.unnamed': 'the recipient',
});
