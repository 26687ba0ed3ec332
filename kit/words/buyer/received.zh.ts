import { reading } from '../../format/texts.ts';
import { buyerReceivedEn } from './received.en.ts';

/** 会员收到的礼物。 */
export const buyerReceivedZh = reading(buyerReceivedEn, {
  'received.lists': '礼物',
  'received.sent': '送出的礼物',
  'received.received': '收到的礼物',
  'received.none': '您还没有收到礼物',
  'received.none_what': '发送到您账户中的电话号码和邮箱的礼物会显示在这里。',
  'received.from': '来自{{name}}',
  'received.answer_by': '请在{{at, date_time}}之前领取',
  'received.valid_until': '有效期至{{at, date}}',
  'received.at': '{{at, date}}收到',
  'received.accept': '查看并领取',
  'received.open': '余额和可用门店',
});
