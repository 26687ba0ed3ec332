import { COMMON_SETTINGS } from '../../kit/common-settings.ts';
import { ConfigError, oneOf, type Setting, type SettingValues } from '../../kit/config.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { ACQUIRERS_SETTING, acquirerProblems } from './acquirers/settings.ts';
import { BANKS_SETTING, bankProblems } from './banks/settings.ts';

/** Above how much a payout needs two people, by currency. */
const APPROVAL_ABOVE: Setting<ReadonlyMap<string, bigint>> = {
  name: 'PAYOUT_APPROVAL_ABOVE',
  meaning:
    'payouts above this need two people, in minor units by currency; of a currency that is not named, all of them do',
  fallback: 'KRW=10000000 USD=1000000 EUR=1000000',
  read: (text) => {
    const limits = text.split(/[\s,]+/).filter((part) => part !== '');
    return new Map(
      limits.map((limit) => {
        const [, currency = '', amount = ''] = /^([A-Z]{3})=([0-9]{1,15})$/.exec(limit) ?? [];
        if (currency === '')
          throw new ConfigError('PAYOUT_APPROVAL_ABOVE must be like KRW=10000000 USD=1000000.');
        return [currency, BigInt(amount)];
      }),
    );
  },
};

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: SEALING_KEYS_SETTING,
  acquirersFile: ACQUIRERS_SETTING,
  banksFile: BANKS_SETTING,
  approvalAbove: APPROVAL_ABOVE,
  keyedCards: oneOf(
    'KEYED_CARDS',
    'yes: buyers can key in a card on the phone line, where the acquirer takes such cards; no: they never can',
    ['yes', 'no'],
    'yes',
  ),
  reconcileHour: oneOf(
    'RECONCILE_HOUR',
    'from which hour on (0 to 23, Korean time) acquirers’ lists of the day before are compared with our book',
    HOURS,
    '4',
  ),
};

/** The key rings that SECRETS_FILE must contain. */
export const KEY_RINGS = ['token_pepper', 'text_encryption'] as const;

/** What must not be so in production at this server. */
export function productionProblems({ acquirersFile, banksFile }: SettingValues<typeof SETTINGS>): string[] {
  return [...acquirerProblems(acquirersFile), ...bankProblems(banksFile)];
}
