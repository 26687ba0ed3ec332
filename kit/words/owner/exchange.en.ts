import { english } from '../../format/texts.ts';

/** What two owners of servers read while they exchange public keys on the telephone. */
export const exchangeEn = english({
  'exchange.theirs': '{{party}} at {{address}} says that its fingerprint is',
  'exchange.hidden': 'and five more digits',
  'exchange.ours': 'Ours, which its owner compares:',
  'exchange.how':
    'Call the owner of {{party}} at a number that you know. Have them read out their six groups of digits, and compare each. The last is not shown here: type it as they read it.',
  'exchange.ask': 'Last group of digits: ',
  'exchange.wrong':
    'That is not the fingerprint of what was received. Nothing was changed. If you both see what you should, somebody has changed it on its way.',
  'exchange.nothing_new': '{{party}} is in the list already, with these keys.',
});
