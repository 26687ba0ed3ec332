import { baseUrl } from '../../kit/config.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

export const SETTINGS = {
  ...COMMON_SETTINGS,
  testAcquirerUrl: baseUrl(
    'TEST_ACQUIRER_URL',
    "URL of the sandbox's test acquirer, which stands in for a card network",
  ),
};
