import { text } from '../../kit/config.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

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
};
