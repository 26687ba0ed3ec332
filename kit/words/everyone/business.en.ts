import { english } from '../../format/texts.ts';

/** What stands at the foot of pages, mails and receipts about the business behind them. */
export const businessEn = english({
  'business.details': 'Business information',
  'business.name': 'Company',
  'business.representative': 'Representative',
  'business.registration_number': 'Business registration no.',
  'business.mail_order_number': 'Mail-order business no.',
  'business.address': 'Address',
  'business.support': 'Customer support',
  'business.support_line': 'Questions? {{telephone}}',
  'business.email': 'Email',
  'business.privacy_officer': 'Privacy officer',
  'business.documents': 'Terms and help',
  'business.terms': 'Terms of service',
  'business.privacy': 'Privacy policy',
  'business.marketing': 'Marketing messages',
  'business.faq': 'Help',
  'business.version': 'Version {{version}}, in force since {{at, date}}',
  'business.version_ahead': 'Version {{version}}, in force from {{at, date}}',
  'business.not_published': 'Not published yet',
  'business.not_published_detail': 'This page hasn’t been published yet. Please contact customer support.',
});
