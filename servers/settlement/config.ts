import { oneOf } from '../../kit/config.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';
import { ACQUIRERS_SETTING } from './acquirers/settings.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

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
  reconcileHour: oneOf(
    'RECONCILE_HOUR',
    'from which hour on (0 to 23, Korean time) acquirers’ lists of the day before are compared with our book',
    HOURS,
    '4',
  ),
};
