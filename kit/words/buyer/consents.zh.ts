import { reading } from '../../format/texts.ts';
import { buyerConsentsEn } from './consents.en.ts';

/** 购买人同意的条款。 */
export const buyerConsentsZh = reading(buyerConsentsEn, {
  'consents.legend': '条款确认',
  'consents.terms': '我同意服务条款（必选）',
  'consents.privacy': '我同意隐私政策（必选）',
  'consents.marketing': '接收优惠和资讯（可选）',
  'consents.read': '查看',
  'consents.needed': '请勾选同意后继续。',
  'consents.title': '条款与授权',
  'consents.agreed_at': '已于{{at, date}}同意（第{{version}}版）',
  'consents.withdrawn_at': '已于{{at, date}}撤回',
  'consents.not_answered': '尚未同意',
  'consents.newer': '有新版本。',
  'consents.agree': '同意',
  'consents.withdraw': '撤回同意',
  'consents.saved': '已保存',
  'consents.name_terms': '服务条款',
  'consents.name_privacy': '隐私政策',
  'consents.name_marketing': '优惠和资讯',
});
