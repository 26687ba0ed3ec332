import { isTimeZone, ZONE_DEFAULT } from '../../kit/calendar.ts';
import { COMMON_SETTINGS } from '../../kit/common-settings.ts';
import {
  ConfigError,
  count,
  countOrNone,
  type Setting,
  type SettingValues,
  text,
  url,
} from '../../kit/config.ts';
import { COUNTRIES_SERVED_SETTING } from '../../kit/countries-served.ts';
import { phonePolicy } from '../../kit/phone-checks.ts';
import type { PinDigits } from '../../kit/pin-policy.ts';
import { sentences } from '../../kit/production.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { TEXT_SETTINGS } from '../../kit/texts/settings.ts';
import { PIN_DIGITS_MAX, PIN_DIGITS_MIN } from '../../kit/typed/pin.ts';

/** What is said about a message that did not arrive is said within half a year. */
export const MESSAGES_KEPT_DAYS = 180;

/** In which a certificate's last day ends. */
const timeZone: Setting<string> = {
  name: 'TIME_ZONE',
  meaning: "time zone in which this brand's days end; the operator has the same among the shop's terms",
  fallback: ZONE_DEFAULT,
  read(name) {
    if (!isTimeZone(name)) throw new ConfigError('TIME_ZONE must be a time zone such as Asia/Seoul.');
    return name;
  },
};

/** The length of a PIN: `6`, or a range such as `6-8`, from 4 to 12 digits. */
const pinDigits: Setting<PinDigits> = {
  name: 'PIN_DIGITS',
  meaning: 'number of digits of a PIN: one number, or a range such as 6-8, from 4 to 12',
  fallback: '6',
  read(given) {
    const [, min = '', max = min] = /^([0-9]{1,2})(?:-([0-9]{1,2}))?$/.exec(given) ?? [];
    const digits = { min: Number(min), max: Number(max) };
    if (min === '' || digits.min < PIN_DIGITS_MIN || digits.max > PIN_DIGITS_MAX || digits.min > digits.max)
      throw new ConfigError('PIN_DIGITS must be a number from 4 to 12, or a range of them such as 6-8.');
    return digits;
  },
};

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: SEALING_KEYS_SETTING,
  unlockPolicy: phonePolicy('UNLOCK_POLICY', 'somebody chooses a new PIN by a code to it'),
  handOverPolicy: phonePolicy('HAND_OVER_POLICY', 'its holder hands a certificate over'),
  webShopKeyFile: text(
    'WEB_SHOP_KEY_FILE',
    'file with the API key this brand’s online shop uses for checkout',
  ),
  pinDigits,
  timeZone,
  brandKo: text('BRAND_KO', "the brand's name in Korean"),
  brandEn: text('BRAND_EN', "the brand's name in English"),
  ...TEXT_SETTINGS,
  messagesKeptDays: count(
    'MESSAGES_KEPT_DAYS',
    'for how many days the shop remembers to which phone number it sent a message, and whether it arrived',
    String(MESSAGES_KEPT_DAYS),
  ),
  countriesServed: COUNTRIES_SERVED_SETTING,
  reversalAloneMax: countOrNone(
    'REVERSAL_ALONE_MAX',
    'how much of one sale a clerk reverses at a till alone, in minor units; beyond it a second clerk has to agree, and with 0 always',
    '100000',
  ),
  cashMax: countOrNone(
    'CASH_MAX',
    "the most that a gift costs which is bought for cash at a till, in minor units; with 0 no cash is taken. Set it only once this server and the operator's are both upgraded",
    '0',
  ),
  strangerCodesPerHour: count(
    'STRANGER_CODES_PER_HOUR',
    'how many codes are sent within an hour to numbers of people who sign up; beyond it nobody new can',
    '300',
  ),
  buyingUrl: url(
    'BUYING_URL',
    "public URL of the management server where members buy at this brand's terminals; it must permit their origin",
    ['http:', 'https:'],
    '',
  ),
  buyingShopId: text('BUYING_SHOP_ID', 'ID of the shop there whose certificates they buy', ''),
};

/** The key rings that SECRETS_FILE must contain. */
export const KEY_RINGS = ['token_pepper', 'pin_hmac', 'number_encryption', 'text_encryption'] as const;

/** What must not be so in production at this server. */
export function productionProblems({ buyingUrl }: SettingValues<typeof SETTINGS>): string[] {
  return sentences([[buyingUrl.startsWith('http:'), 'BUYING_URL must begin with https:// in production.']]);
}
