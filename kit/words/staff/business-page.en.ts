import { english } from '../../format/texts.ts';

/** Where staff publish what their business says of itself. */
export const businessPageEn = english({
  'business_page.title': 'Business',
  'business_page.intro': 'Shown at the foot of every page, in every email and on receipts.',
  'business_page.nothing_yet': 'Nothing published yet',
  'business_page.nothing_yet_detail':
    'Fill in the details below. Until then, pages, emails and receipts don’t say who you are.',
  'business_page.published': 'Version {{version}}, published {{at, date_time}}',
  'business_page.name_ko': 'Company name (Korean)',
  'business_page.name_en': 'Company name (English)',
  'business_page.address_ko': 'Address (Korean)',
  'business_page.address_en': 'Address (English)',
  'business_page.hours_ko': 'Support hours (Korean)',
  'business_page.hours_en': 'Support hours (English)',
  'business_page.optional': 'Leave empty if there is none.',
  'business_page.colour': 'Brand colour',
  'business_page.colour_hint': 'For buttons and links. Dark enough for white text.',
  'business_page.colour_choose': 'Choose a colour',
  'business_page.logo': 'Logo',
  'business_page.logo_hint': 'PNG, JPEG or WebP, up to 1 MB.',
  'business_page.logo_choose': 'Choose picture',
  'business_page.logo_remove': 'Remove picture',
  'business_page.logo_now': 'Current logo',
  'business_page.vat': 'VAT included in the price (%)',
  'business_page.vat_hint': 'Enter 0 if only what is bought with a certificate is taxed.',
  'business_page.publish': 'Publish',
  'business_page.done': 'Published',
  'business_page.only_admins': 'Only the owner or an administrator can publish.',
  'business_page.documents_intro':
    'Earlier versions are kept, so you can always show what a customer agreed to.',
  'business_page.document_none': 'Not published yet',
  'business_page.document_edit': 'New version',
  'business_page.document_read': 'View',
  'business_page.text_ko': 'Text (Korean)',
  'business_page.text_en': 'Text (English)',
  'business_page.text_hint':
    'Start headings with “# ” and list items with “- ”. Leave a blank line between paragraphs.',
  'business_page.in_force': 'In force from',
  'business_page.in_force_hint':
    'Leave empty to take effect immediately. From then on, customers are asked to agree again.',
});
