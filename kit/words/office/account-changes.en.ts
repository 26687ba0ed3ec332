import { english } from '../../format/texts.ts';

/** The shop's office: changes of the bank accounts that the shop is paid to. */
export const accountChangesEn = english({
  'account_changes.title': 'Check the bank account for your payouts',
  'account_changes.entered':
    'Account ending in {{last4}} ({{currency}}) was entered. Payouts go there once it is confirmed.',
  'account_changes.confirmed':
    'Account ending in {{last4}} ({{currency}}) was confirmed. Payouts go there from then on.',
  'account_changes.refused': 'Account ending in {{last4}} ({{currency}}) was refused. No payouts go there.',
  'account_changes.ended': 'Account ending in {{last4}} ({{currency}}) is no longer used for payouts.',
  'account_changes.check': 'If nobody at your company asked for this, call settlement right away.',
  'account_changes.owners': 'This notice stays until an owner acknowledges it.',
  'account_changes.acknowledge': 'Acknowledge',
  'account_changes.acknowledged': 'Acknowledged.',
});
