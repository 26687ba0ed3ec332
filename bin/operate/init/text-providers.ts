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
