import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { recipientEn } from './recipient.en.ts';

/** ギフトを受け取る方へ。 */
export const recipientJa = reading(recipientEn, {
  'recipient.gift_arrived.sms': join(
    '[Seonmul] {{sender_name}}さんから{{shop_name}}のギフト券{{amount, money}}分が届きました。\n',
    '{{message, quoted_line}}受け取る場合は1、辞退する場合は2を{{respond_by_at, date_time}}までに返信してください。\n',
    'For Korean, reply KOREAN.\n{{link}}',
  ),
  'recipient.gift_arrived.mail_subject': '{{sender_name}}さんから{{amount, money}}分のギフトが届きました',
  'recipient.gift_arrived.mail_text': join(
    'こんにちは。\n\n',
    '{{sender_name}}さんから{{shop_name}}のギフト券{{amount, money}}分が届きました。\n',
    '{{message, quoted_line}}\n{{respond_by_at, date_time}}までに、こちらから受け取りまたは辞退をお選びください。\n',
    '{{link}}\n\n受け取るときに暗証番号を決めます。',
    'お支払いに必要なのは、電話番号と暗証番号だけです。\n',
    '辞退した場合や期限までに受け取らなかった場合は、贈り主に返金されます。',
  ),

  'recipient.number_code.sms': join(
    '[Seonmul] 認証コード: {{code}}（{{minutes}}分間有効）\nこの番号で{{shop_name}}のギフト券を受け取る手続きが行われています。',
    '心当たりがない場合は、コードを誰にも教えないでください。',
  ),
  'recipient.number_code.mail_subject': 'ギフトを受け取るための認証コード',
  'recipient.number_code.mail_text': join(
    'こんにちは。\n\n{{shop_name}}のギフト券を受け取るための認証コードは{{code}}です。{{minutes}}分以内に入力してください。\n',
    '心当たりがない場合は、コードを誰にも教えないでください。',
  ),

  'recipient.gift_reminder.sms': join(
    '[Seonmul] {{sender_name}}さんからの{{shop_name}}のギフト{{amount, money}}分が、まだ受け取られていません。',
    '受け取る場合は1、辞退する場合は2を{{respond_by_at, date_time}}までに返信してください。\n{{link}}',
  ),
  'recipient.gift_reminder.mail_subject': '{{sender_name}}さんからのギフトがまだ受け取られていません',
  'recipient.gift_reminder.mail_text': join(
    'こんにちは。\n\n',
    '{{sender_name}}さんから届いた{{shop_name}}のギフト券{{amount, money}}分が、まだ受け取られていません。\n',
    '{{respond_by_at, date_time}}までに受け取りまたは辞退をお選びください。\n{{link}}\n\n',
    '期限を過ぎると、贈り主に返金されます。',
  ),

  'recipient.gift_accepted.sms': join(
    '[Seonmul] {{shop_name}}のギフト券{{amount, money}}分が使えるようになりました。',
    '{{shop_name}}の店舗やオンラインショップで、電話番号と暗証番号を入力してお支払いください。',
  ),
  'recipient.gift_accepted.mail_subject': '{{shop_name}}のギフト券が使えるようになりました',
  'recipient.gift_accepted.mail_text': join(
    'こんにちは。\n\n{{sender_name}}さんからのギフト、',
    '{{shop_name}}のギフト券{{amount, money}}分を受け取りました。\n\n使える場所: ',
    '{{shop_name}}の全店舗とオンラインショップ\n使い方: ',
    'お会計のときに「ギフト券で払います」と伝え、電話番号と暗証番号を入力してください。\n',
    '何回かに分けて使えます。',
  ),

  'recipient.gift_refused.sms':
    '[Seonmul] {{shop_name}}のギフト{{amount, money}}分を辞退しました。{{sender_name}}さんに返金されます。',
  'recipient.gift_refused.mail_subject': 'ギフトを辞退しました',
  'recipient.gift_refused.mail_text': join(
    'こんにちは。\n\n{{shop_name}}のギフト券{{amount, money}}分を辞退しました。\n',
    '{{sender_name}}さんに返金されます。お手続きは必要ありません。',
  ),

  'recipient.gift_expired.sms':
    '[Seonmul] {{shop_name}}のギフト{{amount, money}}分は、受け取り期限が過ぎました。{{sender_name}}さんに返金されます。',
  'recipient.gift_expired.mail_subject': 'ギフトの受け取り期限が過ぎました',
  'recipient.gift_expired.mail_text': join(
    'こんにちは。\n\n',
    '{{shop_name}}のギフト券{{amount, money}}分は、受け取り期限が過ぎました。\n',
    '{{sender_name}}さんに返金されます。',
  ),

  'recipient.gift_cancelled.sms':
    '[Seonmul] {{sender_name}}さんが{{shop_name}}のギフト{{amount, money}}分をキャンセルしました。お手続きは必要ありません。',
  'recipient.gift_cancelled.mail_subject': 'ギフトがキャンセルされました',
  'recipient.gift_cancelled.mail_text': join(
    'こんにちは。\n\n',
    '{{sender_name}}さんが{{shop_name}}のギフト券{{amount, money}}分をキャンセルしました。\n',
    'お手続きは必要ありません。',
  ),

  'recipient.gift_withdrawn.sms':
    '[Seonmul] 受け取り済みの{{shop_name}}のギフト{{amount, money}}分を、{{sender_name}}さんがキャンセルしました。今後は使えません。',
  'recipient.gift_withdrawn.mail_subject': '受け取ったギフトがキャンセルされました',
  'recipient.gift_withdrawn.mail_text': join(
    'こんにちは。\n\n',
    '受け取り済みの{{shop_name}}のギフト券{{amount, money}}分を、{{sender_name}}さんがキャンセルしました。\n',
    '今後は使えません。お手続きは必要ありません。',
  ),

  'recipient.gift_charged_back.sms': join(
    '[Seonmul] {{sender_name}}さんからの{{shop_name}}のギフト{{amount, money}}分は、決済が取り消されたためキャンセルされました。',
    'お手続きは必要ありません。',
  ),
  'recipient.gift_charged_back.mail_subject': 'ギフトがキャンセルされました',
  'recipient.gift_charged_back.mail_text': join(
    'こんにちは。\n\n{{sender_name}}さんからの{{shop_name}}のギフト券{{amount, money}}分は、',
    '決済が取り消されたためキャンセルされました。\nお手続きは必要ありません。',
  ),

  'recipient.certificate_used.sms':
    '[Seonmul] {{store_name}}で{{amount, money}}使いました。{{shop_name}}ギフト券の残高: {{remaining, money}}',
  'recipient.certificate_used.mail_subject': '{{store_name}}で{{amount, money}}使いました',
  'recipient.certificate_used.mail_text': join(
    'こんにちは。\n\n',
    '{{used_at, date_time}}に、{{store_name}}で{{shop_name}}のギフト券を{{amount, money}}使いました。\n',
    '残高: {{remaining, money}}\n\n心当たりがない場合は、すぐに{{shop_name}}へご連絡ください。',
  ),

  'recipient.use_reversed.sms':
    '[Seonmul] {{store_name}}での{{amount, money}}の利用が取り消され、残高に戻りました。{{shop_name}}ギフト券の残高: {{remaining, money}}',
  'recipient.use_reversed.mail_subject': '{{store_name}}での{{amount, money}}の利用が取り消されました',
  'recipient.use_reversed.mail_text': join(
    'こんにちは。\n\n',
    '{{reversed_at, date_time}}に、{{store_name}}での{{amount, money}}の利用が取り消され、{{shop_name}}ギフト券の残高に戻りました。\n',
    '残高: {{remaining, money}}',
  ),

  'recipient.certificate_locked.sms': join(
    '[Seonmul] {{shop_name}}ギフト券の暗証番号の入力間違いが続いたため、受け付けを止めました。残高は安全です。',
    '店舗ではこれまでどおり暗証番号で使えます。それ以外では、お送りする認証コードの入力が必要になることがあります。',
  ),
  'recipient.certificate_locked.mail_subject': '{{shop_name}}ギフト券の暗証番号が続けて間違えられました',
  'recipient.certificate_locked.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券の暗証番号の入力間違いが続いたため、受け付けを止めました。残高は安全です。\n',
    '店舗ではこれまでどおり暗証番号で使えます。それ以外では、お送りする認証コードの入力が必要になることがあります。',
  ),

  'recipient.opened_by_clerk.sms': join(
    '[Seonmul] {{opened_at, date_time}}に、{{store_name}}のスタッフが暗証番号なしで{{shop_name}}ギフト券を開きました。',
    '心当たりがない場合は、すぐにご連絡ください。',
  ),
  'recipient.opened_by_clerk.mail_subject': '{{store_name}}で{{shop_name}}ギフト券が開かれました',
  'recipient.opened_by_clerk.mail_text': join(
    'こんにちは。\n\n{{opened_at, date_time}}に、{{store_name}}のスタッフが暗証番号なしで{{shop_name}}ギフト券を開きました。\n',
    '心当たりがない場合は、すぐにご連絡ください。',
  ),

  'recipient.certificate_expiring.sms': join(
    '[Seonmul] {{shop_name}}ギフト券の有効期限は{{expires_at, date}}です。残高: {{left, money}}\n',
    '期限までにお使いください。',
  ),
  'recipient.certificate_expiring.mail_subject': '{{shop_name}}ギフト券の有効期限は{{expires_at, date}}です',
  'recipient.certificate_expiring.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券の有効期限は{{expires_at, date}}です。\n',
    '残高: {{left, money}}\n\n期限までにお使いください。',
  ),

  'recipient.certificate_expired.sms': join(
    '[Seonmul] {{shop_name}}ギフト券は{{expired_at, date}}に有効期限が切れました。',
    '残高{{left, money}}はもう使えません。',
  ),
  'recipient.certificate_expired.mail_subject': '{{shop_name}}ギフト券の有効期限が切れました',
  'recipient.certificate_expired.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券は{{expired_at, date}}に有効期限が切れました。\n',
    '残高{{left, money}}はもう使えません。',
  ),

  'recipient.certificate_frozen.sms': join(
    '[Seonmul] 決済の異議申し立てを確認しているため、{{shop_name}}ギフト券の利用を停止しました。',
    '結果が出るまで、残高{{left, money}}は使えません。贈ってくれた方にお問い合わせください。',
  ),
  'recipient.certificate_frozen.mail_subject': '{{shop_name}}ギフト券の利用を停止しました',
  'recipient.certificate_frozen.mail_text': join(
    'こんにちは。\n\n決済の異議申し立てを確認しているため、{{shop_name}}ギフト券の利用を停止しました。\n',
    '結果が出るまで、残高{{left, money}}は使えません。贈ってくれた方にお問い合わせください。',
  ),

  'recipient.certificate_unfrozen.sms': join(
    '[Seonmul] {{shop_name}}ギフト券がまた使えるようになりました。',
    '残高: {{left, money}}（{{expires_at, date}}まで有効）',
  ),
  'recipient.certificate_unfrozen.mail_subject': '{{shop_name}}ギフト券がまた使えるようになりました',
  'recipient.certificate_unfrozen.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券がまた使えるようになりました。\n',
    '残高: {{left, money}}（{{expires_at, date}}まで有効）',
  ),

  'recipient.locked_by_staff.sms': join(
    '[Seonmul] {{shop_name}}がギフト券をロックしました。解除されるまで、残高{{left, money}}は使えません。',
    'お心当たりがない場合は、{{shop_name}}にお問い合わせください。',
  ),
  'recipient.locked_by_staff.mail_subject': '{{shop_name}}ギフト券がロックされました',
  'recipient.locked_by_staff.mail_text': join(
    'こんにちは。\n\n{{shop_name}}がギフト券をロックしました。解除されるまで、残高{{left, money}}は使えません。\n',
    'お心当たりがない場合は、{{shop_name}}にお問い合わせください。',
  ),

  'recipient.unlocked_by_staff.sms': join(
    '[Seonmul] {{shop_name}}ギフト券のロックが解除され、また使えるようになりました。',
    '残高: {{left, money}}（{{expires_at, date}}まで有効）',
  ),
  'recipient.unlocked_by_staff.mail_subject': '{{shop_name}}ギフト券のロックが解除されました',
  'recipient.unlocked_by_staff.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券のロックが解除され、また使えるようになりました。\n',
    '残高: {{left, money}}（{{expires_at, date}}まで有効）',
  ),

  'recipient.certificate_charged_back.sms': join(
    '[Seonmul] 決済が取り消されたため、{{shop_name}}ギフト券は無効になりました。',
    '残高{{left, money}}はもう使えません。贈ってくれた方にお問い合わせください。',
  ),
  'recipient.certificate_charged_back.mail_subject': '{{shop_name}}ギフト券は無効になりました',
  'recipient.certificate_charged_back.mail_text': join(
    'こんにちは。\n\n決済が取り消されたため、{{shop_name}}ギフト券は無効になりました。\n',
    '残高{{left, money}}はもう使えません。贈ってくれた方にお問い合わせください。',
  ),

  'recipient.hand_over_begun.sms': join(
    '[Seonmul] {{shop_name}}ギフト券（{{left, money}}）を{{to_phone, phone}}に譲るための認証コード: {{code}}（{{minutes}}分間有効）\n',
    '心当たりがない場合はコードを誰にも教えず、暗証番号を変更してください。{{link}}',
  ),
  'recipient.hand_over_begun.mail_subject': '{{shop_name}}ギフト券を譲るための認証コード',
  'recipient.hand_over_begun.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券（{{left, money}}）を{{to_phone, phone}}に譲るための認証コードは{{code}}です。',
    '{{minutes}}分以内に入力してください。\n心当たりがない場合はコードを誰にも教えず、暗証番号を変更してください。\n{{link}}',
  ),

  'recipient.hand_over.sms': join(
    '[Seonmul] {{giver_name}}さんが{{shop_name}}ギフト券（残高{{left, money}}）をあなたに譲ります。',
    '{{until_at, date_time}}までに、認証コード{{code}}で暗証番号を決めて受け取ってください。',
    '{{link}} コードは誰にも教えないでください。',
  ),
  'recipient.hand_over.mail_subject': '{{giver_name}}さんが{{shop_name}}ギフト券をあなたに譲ります',
  'recipient.hand_over.mail_text': join(
    'こんにちは。\n\n{{giver_name}}さんが{{shop_name}}ギフト券（残高{{left, money}}）をあなたに譲ります。\n',
    '{{until_at, date_time}}までに、認証コード{{code}}で暗証番号を決めて受け取ってください。\n',
    '{{link}}\nコードは誰にも教えないでください。',
  ),

  'recipient.handed_over.sms': join(
    '[Seonmul] {{shop_name}}ギフト券をほかの方に譲りました。',
    'これまでの電話番号と暗証番号では使えなくなります。心当たりがない場合は、すぐにご連絡ください。',
  ),
  'recipient.handed_over.mail_subject': '{{shop_name}}ギフト券をほかの方に譲りました',
  'recipient.handed_over.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券をほかの方に譲りました。',
    'これまでの電話番号と暗証番号では使えなくなります。\n心当たりがない場合は、すぐにご連絡ください。',
  ),

  'recipient.pin_changed.sms':
    '[Seonmul] {{shop_name}}ギフト券の暗証番号が変更されました。心当たりがない場合は、すぐに新しい暗証番号を決めてください。{{link}}',
  'recipient.pin_changed.mail_subject': '{{shop_name}}ギフト券の暗証番号が変更されました',
  'recipient.pin_changed.mail_text':
    'こんにちは。\n\n{{shop_name}}ギフト券の暗証番号が変更されました。\n心当たりがない場合は、すぐに新しい暗証番号を決めてください。\n{{link}}',
});
