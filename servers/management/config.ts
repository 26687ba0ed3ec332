import { COMMON_SETTINGS } from '../../kit/common-settings.ts';
import {
  ConfigError,
  count,
  oneOf,
  port,
  type Setting,
  type SettingValues,
  text,
  url,
} from '../../kit/config.ts';
import { COUNTRIES_SERVED_SETTING } from '../../kit/countries-served.ts';
import { DKIM_SETTINGS } from '../../kit/mail/dkim.ts';
import { phonePolicy } from '../../kit/phone-checks.ts';
import { sentences } from '../../kit/production.ts';
import { SEALING_KEYS_SETTING } from '../../kit/sealing-keys.ts';
import { TEXT_SETTINGS } from '../../kit/texts/settings.ts';
import { type CallHours, isAllDay, readCallHours } from './call-hours.ts';
import { asksInClear } from './carriers/settings.ts';

const voiceHours: Setting<CallHours> = {
  name: 'VOICE_HOURS',
  meaning: 'hours in which recipients are called, in their local time',
  fallback: '08:00-21:00',
  read: readCallHours,
};

const terminalOrigins: Setting<readonly string[]> = {
  name: 'TERMINAL_ORIGINS',
  meaning: 'origins of shop terminals where members may buy, separated by spaces',
  fallback: '',
  read(given) {
    const origins = given.split(' ').filter((origin) => origin !== '');
    if (origins.some((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin))
      throw new ConfigError('TERMINAL_ORIGINS must be origins such as https://shop.example, without a path.');
    return origins;
  },
};

export const SETTINGS = {
  ...COMMON_SETTINGS,
  sealingKeysFile: SEALING_KEYS_SETTING,
  ...TEXT_SETTINGS,
  smtpUrl: url('SMTP_URL', 'SMTP server that sends email', ['smtp:', 'smtps:']),
  mailFrom: text('MAIL_FROM', 'From address of emails, such as Seonmul <gift@example.com>'),
  ...DKIM_SETTINGS,
  ariUrl: url('ARI_URL', "phone line: Asterisk's HTTP address", ['http:', 'https:'], ''),
  ariUser: text('ARI_USER', 'our user name there', 'management'),
  ariPassword: text('ARI_PASSWORD', 'our password there', ''),
  ariEndpoint: text(
    'ARI_ENDPOINT',
    'how Asterisk dials a number; {national} or {e164} is replaced',
    'PJSIP/{national}@seonmul-trunk',
  ),
  speechCommand: text(
    'SPEECH_COMMAND',
    'text-to-speech program: text on standard input, WAV on standard output; {voice} is replaced; a command line, or a JSON list of its words',
    'espeak-ng -v {voice} -s 150 --stdin --stdout',
  ),
  speechUrl: url(
    'SPEECH_URL',
    'text-to-speech service to use instead of the program: POST {text, voice}, answered with audio/wav',
    ['http:', 'https:'],
    '',
  ),
  speechVoiceKo: text('SPEECH_VOICE_KO', 'Korean voice', 'ko'),
  speechVoiceEn: text('SPEECH_VOICE_EN', 'English voice', 'en'),
  speechDir: text('SPEECH_DIR', 'folder where generated speech is cached', '/var/tmp/seonmul-speech'),
  speechDirAtLine: text('SPEECH_DIR_AT_LINE', 'the same folder as Asterisk sees it, if different', ''),
  voiceHours,
  newsGather_s: count(
    'NEWS_GATHER_SECONDS',
    'how long news for a phone is gathered before it is called, so that one call tells what belongs together',
    '180',
  ),
  voiceOperator: text(
    'VOICE_OPERATOR',
    'phone number callers are transferred to when they ask for a person',
    '',
  ),
  voiceNumber: text(
    'VOICE_NUMBER',
    'phone number of the phone line as printed in letters; leave empty to print none',
    '',
  ),
  sandboxVoiceUrl: url(
    'SANDBOX_VOICE_URL',
    'where demo phones are rung; leave empty to turn that off',
    ['http:', 'https:'],
    '',
  ),
  sandboxVoiceSecret: text('SANDBOX_VOICE_SECRET', 'shared secret with the demo phones', ''),
  twilioApiUrl: url('TWILIO_API_URL', "Twilio's REST API", ['http:', 'https:'], 'https://api.twilio.com'),
  twilioAccountSid: text('TWILIO_ACCOUNT_SID', 'our Twilio account; leave empty to turn Twilio off', ''),
  twilioAuthToken: text('TWILIO_AUTH_TOKEN', 'auth token of that account, which signs its webhooks', ''),
  twilioFrom: text('TWILIO_FROM', 'our Twilio number (E.164), which recipients are called from', ''),
  jambonzPassword: text(
    'JAMBONZ_PASSWORD',
    'password of the webhooks of our jambonz application, with user seonmul',
    '',
  ),
  bounceDomain: text(
    'BOUNCE_DOMAIN',
    'domain of our emails’ return paths, whose MX leads to BOUNCE_PORT; leave empty to turn bounce handling off',
    '',
  ),
  bounceHost: text('BOUNCE_HOST', 'address to receive bounces on', '127.0.0.1'),
  bouncePort: port('BOUNCE_PORT', 'port to receive bounces on; 0 if another process does it', '0'),
  terminalOrigins,
  countriesServed: COUNTRIES_SERVED_SETTING,
  strangerCodesPerHour: count(
    'STRANGER_CODES_PER_HOUR',
    'how many codes are texted within an hour to numbers that nobody has proven; beyond it nobody new can sign up by text',
    '300',
  ),
  namesWithoutLookUp: oneOf(
    'NAMES_WITHOUT_LOOK_UP',
    'for numbers of countries where no operator can be asked: typed, the buyer types the name, and whoever accepts confirms that it is theirs; or refused',
    ['typed', 'refused'],
    'typed',
  ),
  acceptancePolicy: phonePolicy('ACCEPTANCE_POLICY', 'somebody accepts a gift that was sent to it'),
  carriersFile: text(
    'CARRIERS_FILE',
    'JSON list of the mobile operators that are asked who has a number (docs/adapters/carriers.md)',
  ),
};

/** The key rings that SECRETS_FILE must contain. */
export const KEY_RINGS = ['token_pepper', 'text_encryption'] as const;

/** What must not be so in production at this server. */
export function productionProblems(settings: SettingValues<typeof SETTINGS>): string[] {
  const { voiceHours, sandboxVoiceUrl, sandboxVoiceSecret, terminalOrigins, carriersFile } = settings;
  return sentences([
    [isAllDay(voiceHours), 'VOICE_HOURS must not be the whole day in production: people are called then.'],
    [
      sandboxVoiceUrl !== '' || sandboxVoiceSecret !== '',
      'SANDBOX_VOICE_URL and SANDBOX_VOICE_SECRET must not be set in production: whoever has the secret calls as any number.',
    ],
    [
      terminalOrigins.some((origin) => origin.startsWith('http:')),
      'TERMINAL_ORIGINS must begin with https:// in production.',
    ],
    [asksInClear(carriersFile), 'CARRIERS_FILE must have URLs that begin with https:// in production.'],
  ]);
}
