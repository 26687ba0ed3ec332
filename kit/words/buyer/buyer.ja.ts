import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { buyerEn } from './buyer.en.ts';

/** 購入者へ。 */
export const buyerJa = reading(buyerEn, {
  'buyer.purchase_complete.sms': join(
    '[Seonmul] ご購入が完了しました。',
    '{{recipient}}さんへの{{shop_name}}ギフト券 {{amount, money}}分です。',
    '{{respond_by_at, date_time}}までに受け取られない場合は返金されます。',
  ),
  'buyer.purchase_complete.mail_subject': 'ご購入完了: {{shop_name}}ギフト券 {{amount, money}}分',
  'buyer.purchase_complete.mail_text': join(
    'こんにちは。\n\nご購入が完了しました。\n\nショップ: {{shop_name}}\n金額: {{amount, money}}\n受け取る方: ',
    '{{recipient}}\n\nギフトが受け取られたときや使われたときにお知らせします。\n',
    '辞退された場合や、{{respond_by_at, date_time}}までに受け取られない場合は、全額返金されます。',
  ),

  'buyer.several_complete.sms': join(
    '[Seonmul] ご購入が完了しました。',
    '{{shop_name}}ギフト券 {{people}}人分、合計{{amount, money}}です。',
    '期限までに受け取られなかったギフトは返金されます。',
  ),
  'buyer.several_complete.mail_subject': 'ご購入完了: {{shop_name}}ギフト券 {{people}}人分',
  'buyer.several_complete.mail_text': join(
    'こんにちは。\n\nご購入が完了しました。\n\nショップ: {{shop_name}}\n人数: {{people}}人\n合計: ',
    '{{amount, money}}\n\nギフトが受け取られるたびにお知らせします。\n',
    '辞退されたギフトや、期限までに受け取られなかったギフトは返金されます。',
  ),

  'buyer.purchase_failed.sms':
    '[Seonmul] {{shop_name}}ギフト券{{amount, money}}分を購入できませんでした。請求はされていません。',
  'buyer.purchase_failed.mail_subject': '購入できませんでした',
  'buyer.purchase_failed.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券{{amount, money}}分を購入できませんでした。\n',
    '請求はされていません。カードで確保した金額は解放されます。',
  ),

  'buyer.card_declined.sms':
    '[Seonmul] カードが承認されなかったため、{{shop_name}}ギフト{{amount, money}}分を送れませんでした。請求はされていません。別のカードをお試しください。',
  'buyer.card_declined.mail_subject': 'カードが承認されませんでした',
  'buyer.card_declined.mail_text': join(
    'こんにちは。\n\nカードが承認されなかったため、{{shop_name}}ギフト券{{amount, money}}分を送れませんでした。\n',
    '請求はされていません。別のカードでもう一度お試しください。',
  ),

  'buyer.gift_accepted.sms':
    '[Seonmul] {{recipient}}さんが{{shop_name}}ギフト{{amount, money}}分を受け取りました。',
  'buyer.gift_accepted.mail_subject': '{{recipient}}さんがギフトを受け取りました',
  'buyer.gift_accepted.mail_text':
    'こんにちは。\n\n{{recipient}}さんが{{shop_name}}ギフト券{{amount, money}}分を受け取りました。',

  'buyer.gift_refused.sms':
    '[Seonmul] {{recipient}}さんが{{shop_name}}ギフトを辞退しました。{{amount, money}}を返金しました。',
  'buyer.gift_refused.mail_subject': 'ギフトが辞退され、{{amount, money}}を返金しました',
  'buyer.gift_refused.mail_text': join(
    'こんにちは。\n\n{{recipient}}さんが{{shop_name}}ギフト券を辞退しました。\n',
    'お支払い方法に{{amount, money}}を返金しました。反映まで数日かかることがあります。',
  ),

  'buyer.gift_expired.sms':
    '[Seonmul] {{shop_name}}ギフトは期限までに{{recipient}}さんに受け取られませんでした。{{amount, money}}を返金しました。',
  'buyer.gift_expired.mail_subject': 'ギフトが期限までに受け取られず、{{amount, money}}を返金しました',
  'buyer.gift_expired.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券は期限までに{{recipient}}さんに受け取られませんでした。\n',
    'お支払い方法に{{amount, money}}を返金しました。反映まで数日かかることがあります。',
  ),

  'buyer.gift_cancelled.sms':
    '[Seonmul] {{recipient}}さんへの{{shop_name}}ギフトがキャンセルされました。{{amount, money}}を返金しました。',
  'buyer.gift_cancelled.mail_subject': 'ギフトがキャンセルされ、{{amount, money}}を返金しました',
  'buyer.gift_cancelled.mail_text': join(
    'こんにちは。\n\n{{recipient}}さんへの{{shop_name}}ギフト券がキャンセルされました。\n',
    'お支払い方法に{{amount, money}}を返金しました。反映まで数日かかることがあります。',
  ),

  'buyer.cash_waits.sms': join(
    '[Seonmul] {{shop_name}}ギフトは終了しました。現金{{amount, money}}をお支払いの店舗で返金します。',
    'レシート番号：{{receipt_no}}',
  ),
  'buyer.cash_waits.mail_subject': '{{shop_name}}の店舗で現金{{amount, money}}をお受け取りください',
  'buyer.cash_waits.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト券は、辞退またはキャンセルされたか、期限までに受け取られませんでした。\n',
    '現金でお支払いいただいた{{amount, money}}は、お支払いの店舗で返金します。\n\n',
    'レジのレシート番号：{{receipt_no}}\n\n店員にこの番号をお伝えください。',
  ),

  'buyer.recipient_not_reached.sms': join(
    '[Seonmul] {{shop_name}}ギフト{{amount, money}}分のお知らせを{{recipient}}さんに届けられませんでした。',
    '{{respond_by_at, date_time}}まではキャンセルできます。その後は返金されます。',
  ),
  'buyer.recipient_not_reached.mail_subject': '{{recipient}}さんにお知らせを届けられませんでした',
  'buyer.recipient_not_reached.mail_text': join(
    'こんにちは。\n\n',
    '{{shop_name}}ギフト券{{amount, money}}分のお知らせを{{recipient}}さんに届けられませんでした。\n',
    '番号やアドレスが間違っているか、受信を拒否されている可能性があります。\n\n',
    'ギフトをキャンセルして、もう一度送ることができます。',
    '{{respond_by_at, date_time}}までに受け取られない場合は、全額返金されます。',
  ),

  'buyer.certificate_issued.sms':
    '[Seonmul] {{recipient}}さんへの{{shop_name}}ギフト{{amount, money}}分が{{store_name}}で発行されました。',
  'buyer.certificate_issued.mail_subject': 'ギフトが{{store_name}}で発行されました',
  'buyer.certificate_issued.mail_text': join(
    'こんにちは。\n\n',
    '{{issued_at, date_time}}に、{{recipient}}さんへの{{shop_name}}ギフト券{{amount, money}}分が{{store_name}}で発行されました。',
  ),

  'buyer.certificate_used.sms':
    '[Seonmul] {{recipient}}さんが{{store_name}}でギフトを{{amount, money}}使いました。残高: {{remaining, money}}',
  'buyer.certificate_used.mail_subject': '{{recipient}}さんがギフトを{{amount, money}}使いました',
  'buyer.certificate_used.mail_text': join(
    'こんにちは。\n\n',
    '{{used_at, date_time}}に、{{recipient}}さんが{{store_name}}で{{shop_name}}ギフト券を{{amount, money}}使いました。\n',
    '残高: {{remaining, money}}',
  ),

  'buyer.use_reversed.sms':
    '[Seonmul] {{store_name}}での{{amount, money}}の利用が取り消され、ギフトの残高に戻りました。残高: {{remaining, money}}',
  'buyer.use_reversed.mail_subject': '{{amount, money}}がギフトの残高に戻りました',
  'buyer.use_reversed.mail_text': join(
    'こんにちは。\n\n',
    '{{reversed_at, date_time}}に、{{recipient}}さんの{{store_name}}での{{amount, money}}の利用が取り消され、{{shop_name}}ギフト券の残高に戻りました。\n',
    '残高: {{remaining, money}}',
  ),

  'buyer.payment_disputed.sms': join(
    '[Seonmul] {{shop_name}}ギフトのお支払い{{disputed, money}}について、カード会社で異議申し立てを確認しています。',
    '結果が出るまで、ギフトの残高は使えません。',
  ),
  'buyer.payment_disputed.mail_subject': '{{shop_name}}ギフトのお支払いに異議申し立てがありました',
  'buyer.payment_disputed.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフトのお支払い{{disputed, money}}について、異議申し立てがあったとカード会社から連絡がありました。\n',
    '結果が出るまで、ギフトの残高は使えません。お心当たりがない場合は、カード会社にご連絡ください。',
  ),

  'buyer.dispute_won.sms':
    '[Seonmul] {{shop_name}}ギフト（{{disputed, money}}）の異議申し立ての確認が終わりました。お支払いは有効で、ギフトはまた使えます。',
  'buyer.dispute_won.mail_subject': '{{shop_name}}ギフトがまた使えるようになりました',
  'buyer.dispute_won.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフト（{{disputed, money}}）の異議申し立ての確認が終わりました。\n',
    'お支払いは有効で、ギフトはまた使えます。',
  ),

  'buyer.dispute_lost.sms': join(
    '[Seonmul] {{shop_name}}ギフトの異議申し立てが認められ、{{disputed, money}}がカード会社を通じて取り消されました。',
    'ギフトの残高は無効になりました。',
  ),
  'buyer.dispute_lost.mail_subject': '異議申し立てにより{{shop_name}}ギフトが無効になりました',
  'buyer.dispute_lost.mail_text': join(
    'こんにちは。\n\n{{shop_name}}ギフトの異議申し立てが認められ、{{disputed, money}}がカード会社を通じて取り消されました。\n',
    'ギフトの残高は無効になりました。',
  ),

  'buyer.birthday_soon.sms':
    '[Seonmul] ご希望の誕生日のお知らせです。{{birthday, date}}は{{recipient}}さんの誕生日です。\n{{gift_url}}',
  'buyer.birthday_soon.mail_subject': '{{recipient}}さんの誕生日が近づいています',
  'buyer.birthday_soon.mail_text': join(
    'こんにちは。\n\n{{birthday, date}}は{{recipient}}さんの誕生日です。ご希望により、お知らせします。\n\n',
    'ギフトを贈る場合は、こちらのリンクからお進みください。\n{{gift_url}}',
  ),
});
