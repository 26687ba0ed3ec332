import { reading } from '../../format/texts.ts';
import { mailEn } from './mail.en.ts';

/** すべてのメールに付くことばと、お知らせを止める画面。 */
export const mailJa = reading(mailEn, {
  'mail.footer':
    'このメールはSeonmulから自動で送信しています。返信はできません。\nこちらからご連絡して暗証番号・パスワード・認証コードをお聞きすることはありません。',
  'mail.open_gift': 'ギフトを開く',
  'mail.button_fails': 'ボタンが使えないときは、こちらのリンクを開いてください。',
  'mail.unsubscribe': 'このお知らせを停止する',
  'mail.unsubscribe_line': 'このお知らせを停止する: {{unsubscribe_url}}',

  'notices_page.gift_accepted': 'ギフトが受け取られたときのお知らせ',
  'notices_page.certificate_issued': 'ギフト券が発行されたときのお知らせ',
  'notices_page.certificate_used': 'ギフト券が使われたときのお知らせ',
  'notices_page.use_reversed': 'ギフト券の利用が取り消されたときのお知らせ',
  'notices_page.birthday_soon': '登録した誕生日が近づいたときのお知らせ',
  'notices_page.ask_title': 'このお知らせを停止しますか？',
  'notices_page.ask_what':
    '{{notice}}を、SMSでもメールでも送らないようにします。購入と返金のご案内は引き続きお送りします。',
  'notices_page.stop_now': '停止する',
  'notices_page.stopped_title': 'お知らせを停止しました',
  'notices_page.stopped_what': '{{notice}}は今後お送りしません。',
  'notices_page.undo': 'もう一度受け取る',
  'notices_page.on_title': 'お知らせを再開しました',
  'notices_page.on_what': '{{notice}}をお送りします。',
  'notices_page.not_found': 'このリンクは開けません',
  'notices_page.not_found_what':
    'メールのリンク全体をもう一度開いてください。お知らせはマイページでも変更できます。',
});
