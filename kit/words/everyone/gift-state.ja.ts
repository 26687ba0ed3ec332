import { reading } from '../../format/texts.ts';
import { giftStateEn } from './gift-state.en.ts';

/** ギフトの状態。どの画面でも同じことばで示す。 */
export const giftStateJa = reading(giftStateEn, {
  'gift_state_of.paying': '決済手続き中',
  'gift_state_of.needs_bank': '本人認証が必要',
  'gift_state_of.declined': 'カード未承認',
  'gift_state_of.not_bought': '未購入',
  'gift_state_of.scheduled': '送付予約済み',
  'gift_state_of.waiting': '受け取り待ち',
  'gift_state_of.correcting': '受け取る方を変更中',
  'gift_state_of.accepting': '受け取り手続き中',
  'gift_state_of.ready': '利用可能',
  'gift_state_of.partly_used': '一部利用済み',
  'gift_state_of.used_up': '全額利用済み',
  'gift_state_of.on_hold': 'お支払い処理中',
  'gift_state_of.frozen': '利用停止中',
  'gift_state_of.expired': '期限切れ',
  'gift_state_of.handed_over': '譲渡済み',
  'gift_state_of.refused': '辞退済み',
  'gift_state_of.lapsed': '受け取り期限切れ',
  'gift_state_of.cancelled': 'キャンセル済み',
  'gift_state_of.refunding': '返金処理中',
  'gift_state_of.refunded': '返金済み',
  'gift_state_of.refund_delayed': '返金の遅れ',
});
