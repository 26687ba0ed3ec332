import { reading } from '../../format/texts.ts';
import { giftStateEn } from './gift-state.en.ts';

/** 礼物的状态，各页面统一使用。 */
export const giftStateZh = reading(giftStateEn, {
  'gift_state_of.paying': '付款处理中',
  'gift_state_of.needs_bank': '待银行验证',
  'gift_state_of.declined': '付款未通过',
  'gift_state_of.not_bought': '未购买',
  'gift_state_of.scheduled': '已预约',
  'gift_state_of.waiting': '待领取',
  'gift_state_of.correcting': '正在更改收礼人',
  'gift_state_of.accepting': '领取处理中',
  'gift_state_of.ready': '可使用',
  'gift_state_of.partly_used': '已部分使用',
  'gift_state_of.used_up': '已用完',
  'gift_state_of.on_hold': '付款占用中',
  'gift_state_of.frozen': '已冻结',
  'gift_state_of.expired': '已过期',
  'gift_state_of.handed_over': '已转赠',
  'gift_state_of.refused': '已谢绝',
  'gift_state_of.lapsed': '逾期未领取',
  'gift_state_of.cancelled': '已取消',
  'gift_state_of.refunding': '退款中',
  'gift_state_of.refunded': '已退款',
  'gift_state_of.refund_delayed': '退款延迟',
});
