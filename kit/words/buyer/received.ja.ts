import { reading } from '../../format/texts.ts';
import { buyerReceivedEn } from './received.en.ts';

/** 会員が受け取ったギフト。 */
export const buyerReceivedJa = reading(buyerReceivedEn, {
  'received.lists': 'ギフト',
  'received.sent': '贈ったギフト',
  'received.received': 'もらったギフト',
  'received.none': 'もらったギフトはまだありません',
  'received.none_what': 'アカウントに登録した電話番号やメールアドレスに届いたギフトが、ここに表示されます。',
  'received.from': '{{name}}さんより',
  'received.answer_by': '受け取り期限 {{at, date_time}}',
  'received.valid_until': '有効期限 {{at, date}}',
  'received.at': '{{at, date}}に到着',
  'received.accept': '確認して受け取る',
  'received.open': '残高と使える店舗',
});
