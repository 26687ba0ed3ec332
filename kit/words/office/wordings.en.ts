import { english } from '../../format/texts.ts';

/** The office: which texts a shop sends to holders of its certificates. */
export const officeWordingsEn = english({
  'texts.intro':
    'What holders of your certificates are told by text message. Use your own words in each language; messages with a code keep the standard text.',
  'texts.only_owners': 'Only owners can change these texts.',
  'texts.recipient.certificate_used': 'Used',
  'texts.recipient.use_reversed': 'Use reversed',
  'texts.recipient.certificate_expiring': 'About to expire',
  'texts.recipient.certificate_expired': 'Expired',
  'texts.recipient.locked_by_staff': 'Locked by staff',
  'texts.recipient.unlocked_by_staff': 'Unlocked by staff',
  'texts.recipient.certificate_frozen': 'Frozen: payment disputed',
  'texts.recipient.certificate_unfrozen': 'Usable again after a dispute',
  'texts.recipient.certificate_charged_back': 'Cancelled after a dispute',
  'texts.recipient.handed_over': 'Handed over',
  'texts.recipient.pin_changed': 'PIN changed',
  'texts.recipient.certificate_locked': 'Too many wrong PINs',
  'texts.recipient.opened_by_clerk': 'Opened by a clerk without its PIN',
});
