import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { accountEn } from './account.en.ts';

/** 認証コードとセキュリティのお知らせ。コードは件名に入れない。 */
export const accountJa = reading(accountEn, {
  'account.verification_code.sms':
    '[Seonmul] 認証コード: {{code}}（{{minutes}}分間有効）。誰にも教えないでください。',
  'account.verification_code.mail_subject': '認証コードのお知らせ',
  'account.verification_code.mail_text': join(
    'こんにちは。\n\n認証コードは{{code}}です。{{minutes}}分以内に入力してください。\n',
    '心当たりがない場合は、このメールを破棄してください。',
  ),

  'account.unlock_code.sms':
    '[Seonmul] {{shop_name}}ギフト券のロックを解除する認証コード: {{code}}（{{minutes}}分間有効）。誰にも教えないでください。',
  'account.unlock_code.mail_subject': '{{shop_name}}ギフト券のロックを解除する認証コード',
  'account.unlock_code.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券のロックを解除する認証コードは{{code}}です。',
    '{{minutes}}分以内に入力してください。\n心当たりがない場合は、誰にも教えないでください。',
  ),

  'account.checkout_code.sms':
    '[Seonmul] {{shop_name}}での{{amount, money}}のお支払いの認証コード: {{code}}（{{minutes}}分間有効）。誰にも教えないでください。',
  'account.checkout_code.mail_subject': '{{shop_name}}でのお支払いの認証コード',
  'account.checkout_code.mail_text': join(
    'こんにちは。\n\n',
    '{{shop_name}}でギフト券から{{amount, money}}を支払うための認証コードは{{code}}です。',
    '{{minutes}}分以内に入力してください。\n',
    'お支払い中でない場合は、誰にも教えないでください。',
  ),

  'account.welcome.sms':
    '[Seonmul] {{name}}さん、ご登録ありがとうございます。会員番号は{{member_number}}です。',
  'account.welcome.mail_subject': 'Seonmulへようこそ',
  'account.welcome.mail_text': join(
    '{{name}}さん、こんにちは。\n\nSeonmulへようこそ。会員番号は{{member_number}}です。\n',
    '電話では、会員番号と電話用暗証番号でログインできます。',
    'ウェブでは、メールアドレスとパスワードをお使いください。',
  ),

  'account.password_changed.sms':
    '[Seonmul] パスワードが変更されました。心当たりがない場合は、すぐにご連絡ください。',
  'account.password_changed.mail_subject': 'パスワードが変更されました',
  'account.password_changed.mail_text':
    'こんにちは。\n\n{{changed_at, date_time}}に、パスワードまたは電話用暗証番号が変更されました。\n心当たりがない場合は、すぐにご連絡ください。',

  'account.passkey_added.sms':
    '[Seonmul] アカウントにパスキーが追加されました。心当たりがない場合は、すぐにご連絡ください。',
  'account.passkey_added.mail_subject': 'アカウントにパスキーが追加されました',
  'account.passkey_added.mail_text':
    'こんにちは。\n\n{{changed_at, date_time}}に、アカウントにパスキーが追加されました。このパスキーでログインできます。\n心当たりがない場合は、すぐにご連絡ください。',

  'account.contact_changed.sms':
    '[Seonmul] この電話番号はアカウントから削除されました。心当たりがない場合は、すぐにご連絡ください。',
  'account.contact_changed.mail_subject': 'このメールアドレスはアカウントから削除されました',
  'account.contact_changed.mail_text':
    'こんにちは。\n\n{{changed_at, date_time}}に、アカウントのメールアドレスが変更されました。このアドレスは今後使われません。\n心当たりがない場合は、すぐにご連絡ください。',

  'account.closed.sms':
    '[Seonmul] 会員番号{{member_number}}の退会手続きが完了しました。心当たりがない場合は、すぐにご連絡ください。',
  'account.closed.mail_subject': '退会手続きが完了しました',
  'account.closed.mail_text': join(
    'こんにちは。\n\n',
    '{{closed_at, date_time}}に、会員番号{{member_number}}の退会手続きが完了しました。すべての端末からログアウトし、',
    '登録したカードとパスキーを削除しました。\n',
    '送ったギフトはそのまま使えます。返金はお支払いに使ったカードに行われます。\n',
    '購入の記録は法律により5年間別に保管し、ほかの目的には使いません。\n\n',
    '心当たりがない場合は、すぐにご連絡ください。',
  ),

  'person.unnamed': '受け取る方',
});
