import { english } from '../../format/texts.ts';

/** The operator's console: for whom messages are worded. */
export const operatorWordingsEn = english({
  'wordings.intro':
    'What buyers and recipients are told by text and email. Use your own words for all shops or for one; codes keep the standard text.',
  'wordings.shop': 'Shop',
  'wordings.all_shops': 'All shops',
  'wordings.only_operators': 'Only operators can change these texts.',
});
