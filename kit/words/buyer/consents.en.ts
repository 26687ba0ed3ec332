import { english } from '../../format/texts.ts';

/** What buyers agree to. */
export const buyerConsentsEn = english({
  'consents.legend': 'Agreements',
  'consents.terms': 'I agree to the terms of service (required)',
  'consents.privacy': 'I agree to the privacy policy (required)',
  'consents.marketing': 'Send me offers and news (optional)',
  'consents.read': 'Read',
  'consents.needed': 'This is needed to continue.',
  'consents.title': 'Terms and consents',
  'consents.agreed_at': 'Agreed on {{at, date}} (version {{version}})',
  'consents.withdrawn_at': 'Withdrawn on {{at, date}}',
  'consents.not_answered': 'Not agreed yet',
  'consents.newer': 'There is a newer version.',
  'consents.agree': 'Agree',
  'consents.withdraw': 'Withdraw',
  'consents.saved': 'Saved',
  'consents.name_terms': 'Terms of service',
  'consents.name_privacy': 'Privacy policy',
  'consents.name_marketing': 'Offers and news',
});
