import { baseUrl } from '../../kit/config.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: SEALING_KEYS_SETTING,
  testAcquirerUrl: baseUrl(
    'TEST_ACQUIRER_URL',
    "URL of the sandbox's test acquirer, which stands in for a card network",
  ),
};
