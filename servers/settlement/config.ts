import { oneOf } from '../../kit/config.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';
import { ACQUIRERS_SETTING } from './acquirers/settings.ts';

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: SEALING_KEYS_SETTING,
  acquirersFile: ACQUIRERS_SETTING,
  keyedCards: oneOf(
    'KEYED_CARDS',
    'yes: buyers can key in a card on the phone line, where the acquirer takes such cards; no: they never can',
    ['yes', 'no'],
    'yes',
  ),
};
