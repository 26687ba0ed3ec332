import { reading } from '../../format/texts.ts';
import { cardPageEn } from './card-page.en.ts';

/** カードを登録し、お支払いを確認する決済サーバーの画面。 */
export const cardPageJa = reading(cardPageEn, {
  'card_page.brand': '安全なお支払い',
  'card_page.title': 'カードを追加',
  'card_page.what': 'カード情報は決済会社に直接送られます。ショップやSeonmulには見えません。',
  'card_page.element_what':
    '決済会社の画面でカードを入力してください。カード番号はショップやSeonmulには見えません。',
  'card_page.element_failed': 'カードを追加できませんでした。もう一度お試しください。',
  'card_page.element_script': 'カードを追加するには、ブラウザのJavaScriptを有効にしてください。',
  'card_page.number': 'カード番号',
  'card_page.expiry': '有効期限',
  'card_page.expiry_hint': '月/年（例: 12/29）',
  'card_page.expiry_digits': '4桁（12/29は1229）',
  'card_page.expiry_wrong': 'カードに書かれているとおり、月/年を入力してください。例: 12/29',
  'card_page.card_number_wrong': 'カード番号をご確認ください。',
  'card_page.security_code': 'セキュリティコード',
  'card_page.security_code_hint': '裏面の3桁、または表面の4桁',
  'card_page.security_code_wrong': '3桁または4桁の数字を入力してください。',
  'card_page.card_expired': 'カードの有効期限が切れています。別のカードをお試しください。',
  'card_page.add': 'カードを追加する',
  'card_page.test_only':
    'テストモードです。4242 4242 4242 4242のようなテスト用カードだけが使えます。有効期限は未来の年月、セキュリティコードは何でもかまいません。',
  'card_page.added': 'カードを追加しました',
  'card_page.waiting': '少々お待ちください',
  'card_page.waiting_what': 'カード会社の応答を待っています。画面は自動で更新されます。',
  'card_page.closed': '有効期限が切れた画面です',
  'card_page.closed_what': 'すでに使われたか、時間が経ちすぎました。戻って最初からやり直してください。',
  'card_page.confirm': 'お支払いの確認',
  'card_page.confirm_what': '{{amount, money}}のお支払いを確認するコードが、カード会社から届いています。',
  'card_page.code': 'カード会社からのコード',
  'card_page.code_wrong': '4～8桁の数字を入力してください。',
  'card_page.confirm_now': '確認する',
  'card_page.test_code': 'テストモードのコードは123456です。',
  'card_page.confirmed': 'カード会社に送信しました',
});
