import { reading } from '../../format/texts.ts';
import { buyerConsentsEn } from './consents.en.ts';

/** 購入者の同意。 */
export const buyerConsentsJa = reading(buyerConsentsEn, {
  'consents.legend': '規約への同意',
  'consents.terms': '利用規約に同意します（必須）',
  'consents.privacy': 'プライバシーポリシーに同意します（必須）',
  'consents.marketing': 'お得な情報やお知らせを受け取ります（任意）',
  'consents.read': '内容を見る',
  'consents.needed': '続けるには同意が必要です。',
  'consents.title': '規約と同意',
  'consents.agreed_at': '{{at, date}}に同意（第{{version}}版）',
  'consents.withdrawn_at': '{{at, date}}に同意を撤回',
  'consents.not_answered': 'まだ同意していません',
  'consents.newer': '新しい版があります。',
  'consents.agree': '同意する',
  'consents.withdraw': '同意を撤回する',
  'consents.saved': '保存しました',
  'consents.name_terms': '利用規約',
  'consents.name_privacy': 'プライバシーポリシー',
  'consents.name_marketing': 'お得な情報・お知らせ',
});
