import { baseUrl, oneOf } from '../../kit/config.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: SEALING_KEYS_SETTING,
  testAcquirerUrl: baseUrl(
    'TEST_ACQUIRER_URL',
    "URL of the sandbox's test acquirer, which stands in for a card network",
  ),
  keyedCards: oneOf(
    'KEYED_CARDS',
    'yes: buyers can key in a card on the phone line, where the acquirer takes such cards; no: they never can',
    ['yes', 'no'],
    'yes',
  ),
};

/** The key rings that SECRETS_FILE must contain. */
export const KEY_RINGS = ['token_pepper', 'text_encryption'] as const;

/** What must not be so in production at this server: there is no other acquirer yet. */
export function productionProblems(): string[] {
  return ['TEST_ACQUIRER_URL names the test acquirer, which moves no money.'];
}
