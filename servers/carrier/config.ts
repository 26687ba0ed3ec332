import { COMMON_SETTINGS } from '../../kit/common-settings.ts';
import { type Setting, text } from '../../kit/config.ts';
import { readNumberRanges } from '../../kit/number-ranges.ts';

const numberRanges: Setting<readonly string[]> = {
  name: 'NUMBER_RANGES',
  meaning:
    'first digits of the numbers that are ours, such as +8210 +822, separated by spaces; about others without a subscriber we say that they are of another operator',
  fallback: '',
  read: (given) => readNumberRanges('NUMBER_RANGES', given.split(/\s+/).filter(Boolean)),
};

export const SETTINGS = {
  ...COMMON_SETTINGS,
  tokenKeysFile: text(
    'TOKEN_KEYS_FILE',
    'JSON list of private EC P-256 keys (JWK with kid, newest first) that sign access tokens',
  ),
  clientsFile: text(
    'CLIENTS_FILE',
    'JSON list of permitted clients: {client_id, ground, scopes, jwks}, where ground is the legal ground',
  ),
  numberRanges,
};

/** The key rings that SECRETS_FILE must contain. */
export const KEY_RINGS = ['token_pepper', 'text_encryption'] as const;
