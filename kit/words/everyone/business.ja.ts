import { reading } from '../../format/texts.ts';
import { businessEn } from './business.en.ts';

/** 画面・メール・領収書の下に記す事業者情報。 */
export const businessJa = reading(businessEn, {
  'business.details': '事業者情報',
  'business.name': '会社名',
  'business.representative': '代表者',
  'business.registration_number': '事業者登録番号',
  'business.mail_order_number': '通信販売業届出番号',
  'business.address': '住所',
  'business.support': 'カスタマーサポート',
  'business.support_line': 'お問い合わせ: {{telephone}}',
  'business.email': 'メール',
  'business.privacy_officer': '個人情報保護責任者',
  'business.documents': '規約とヘルプ',
  'business.terms': '利用規約',
  'business.privacy': 'プライバシーポリシー',
  'business.marketing': 'お得な情報の配信',
  'business.faq': 'ヘルプ',
  'business.version': '第{{version}}版（{{at, date}}施行）',
  'business.version_ahead': '第{{version}}版（{{at, date}}施行予定）',
  'business.not_published': 'まだ公開されていません',
  'business.not_published_detail':
    'このページは準備中です。ご不明な点はカスタマーサポートにお問い合わせください。',
});
