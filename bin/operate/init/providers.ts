import { NOBODYS_ACCOUNT } from '../../../servers/settlement/banks/settings.ts';
import { PLACEHOLDER } from '../placeholder.ts';

/** A list to begin with, of the provider that serves the country best; its owner's account is filled in. */
export function textProviders(country: string): unknown[] {
  const senders = { '*': PLACEHOLDER };
  if (country === 'KR')
    return [
      {
        ...{ kind: 'solapi', name: 'solapi', api_key: PLACEHOLDER, api_secret: PLACEHOLDER },
        ...{ webhook_secret: `${PLACEHOLDER}-as-entered-there`, senders },
      },
    ];
  return [
    {
      ...{ kind: 'twilio', name: 'twilio', account_sid: `AC${'0'.repeat(32)}` },
      ...{ auth_token: PLACEHOLDER, senders },
    },
  ];
}

/** Who takes card payments. */
export function acquirers(country: string): unknown[] {
  return country === 'KR'
    ? [{ kind: 'toss', name: 'toss', secret_key: PLACEHOLDER, client_key: PLACEHOLDER }]
    : [{ kind: 'stripe', name: 'stripe', secret_key: PLACEHOLDER, webhook_secret: PLACEHOLDER }];
}

/** Whose account payouts to shops are taken from, by files that somebody hands to the bank. */
export function banks(country: string): unknown[] {
  const debtor_account = NOBODYS_ACCOUNT[country === 'KR' ? 'KR' : 'other'];
  return [{ kind: 'file', name: 'bank', debtor_name: PLACEHOLDER, debtor_account }];
}
