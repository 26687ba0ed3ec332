import { baseUrl } from '../../kit/config.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

export const SETTINGS = {
  ...COMMON_SETTINGS,
  testAcquirerUrl: baseUrl(
    'TEST_ACQUIRER_URL',
    "where the sandbox's test acquirer is, which plays a card network",
  ),
};
