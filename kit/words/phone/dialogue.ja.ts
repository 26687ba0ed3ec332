import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { dialogueEn } from './dialogue.en.ts';

/** SMSでのやり取り。 */
export const dialogueJa = reading(dialogueEn, {
  'dialogue.pin_prompt': join(
    '[Seonmul] {{shop_name}}ギフト券の暗証番号({{pin_digits}}桁)を決めて返信してください。',
    '電話番号の一部や123456は使えません。',
  ),
  'dialogue.name_to_confirm':
    '[Seonmul] このギフトは{{name}}さん宛てです。ご本人でない場合は2と返信してください。\n{{question}}',
  'dialogue.not_accepted': '[Seonmul] {{reason}}何も変更されていません。',
  'dialogue.pin_refused': '[Seonmul] {{reason}}別の{{pin_digits}}桁の暗証番号を返信してください。',
  'dialogue.pin_again': '[Seonmul] 確認のため、同じ{{pin_digits}}桁の番号をもう一度返信してください。',
  'dialogue.pin_differs':
    '[Seonmul] 暗証番号が一致しません。使いたい{{pin_digits}}桁の番号を返信してください。',
  'dialogue.language_chosen': '[Seonmul] これからは日本語でお送りします。',
  'dialogue.offer_question':
    '[Seonmul] {{sender_name}}さんからの{{shop_name}}ギフト{{amount, money}}分: 受け取る場合は1、辞退する場合は2を返信してください。',
  'dialogue.card_link': '[Seonmul] こちらからカードを追加できます: {{link}}',
  'dialogue.stop_question':
    '[Seonmul] 今後SMSを受け取らない場合は「停止」またはSTOPと返信してください。届いているギフトを辞退することにはなりません。',
  'dialogue.no_offer':
    '[Seonmul] この番号に届いているギフトはありません。使い方は「ヘルプ」と返信してください。',
  'dialogue.offer_expired': '[Seonmul] このギフトは受け取り期限が過ぎました。贈り主に返金されます。',
  'dialogue.already_accepted':
    '[Seonmul] このギフトは受け取り済みです。残高を見るには「残高」と返信してください。',
  'dialogue.already_refused': '[Seonmul] このギフトは辞退済みです。贈り主に返金されます。',
  'dialogue.try_later':
    '[Seonmul] 問題が発生したため、何も変更されていません。数分後にもう一度送信してください。',
  'dialogue.too_many': '[Seonmul] メッセージが多すぎます。{{minutes}}分後にもう一度お試しください。',
  'dialogue.stopped':
    '[Seonmul] SMSを停止しました。ご自身で求めた認証コードだけをお送りします。再開するには「再開」と返信してください。',
  'dialogue.started': '[Seonmul] SMSの配信を再開しました。',
  'dialogue.help': join(
    '[Seonmul] 1: 受け取る 2: 辞退（メッセージを添えるには「辞退: 本文」） 誰: 贈り主 残高: 残高確認',
    ' 状況: 送ったギフト 暗証番号: 忘れたとき もう一度: 再送 停止: 配信停止',
    ' KOREAN: 韓国語。暗証番号は誰にも教えないでください。',
  ),
  'dialogue.refuse_question':
    '[Seonmul] {{sender_name}}さんからのギフトを辞退しますか？取り消しはできません。辞退する場合は2、受け取る場合は1を返信してください。',
  'dialogue.refuse_question_word': join(
    '[Seonmul] 「{{word}}」というメッセージを添えて、{{sender_name}}さんからのギフトを辞退しますか？',
    '取り消しはできません。辞退する場合は2、受け取る場合は1を返信してください。',
  ),
  'dialogue.who_waiting': join(
    '[Seonmul] {{sender_name}}さんから{{shop_name}}ギフト券{{amount, money}}分が届いています。\n',
    '{{message, quoted_line}}受け取る場合は1、辞退する場合は2を返信してください。',
  ),
  'dialogue.who': join(
    '[Seonmul] {{sender_name}}さんから{{shop_name}}ギフト券{{amount, money}}分が届きました。\n',
    '{{message, quoted_line}}残高を見るには「残高」と返信してください。',
  ),
  'dialogue.pin_forgotten':
    '[Seonmul] 新しい暗証番号は、この電話に届く認証コードで決められます。こちら、または店舗でお手続きください:\n{{lines}}',
  'dialogue.status': '[Seonmul] 送ったギフト:\n{{lines}}',
  'dialogue.status_line': '{{recipient}}さん、{{shop_name}} {{amount, money}}: {{what}}',
  'dialogue.status_none':
    '[Seonmul] この番号から送ったギフトはありません。受け取ったギフト券は「残高」と返信すると確認できます。',
  'dialogue.status_until': '{{state}}（期限 {{answer_by, date_time}}）',
  'dialogue.status_left': '{{state}}、残高{{left, money}}',
  'dialogue.status_why': '{{state}}（{{why}}）',
  'dialogue.stranger':
    '[Seonmul] この番号に届いているギフトはありません。お知らせが届いた電話から送信してください。',
  'dialogue.balance': '[Seonmul] お持ちのギフト券:\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}: {{remaining, money}}',
  'dialogue.balance_none': '[Seonmul] この番号のギフト券はありません。',
});
