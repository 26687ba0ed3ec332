import { ConfigError, port, type Setting, text, url } from '../../kit/config.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';
import { SMS_SETTINGS } from '../../kit/texts/sms-settings.ts';
import { type CallHours, readCallHours } from './call-hours.ts';

const voiceHours: Setting<CallHours> = {
  name: 'VOICE_HOURS',
  meaning: "between which times of the recipient's day people are called",
  fallback: '08:00-21:00',
  read: readCallHours,
};

const terminalOrigins: Setting<readonly string[]> = {
  name: 'TERMINAL_ORIGINS',
  meaning: "origins of shops' terminals at which members may buy, with spaces between them",
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
  ...SMS_SETTINGS,
  smtpUrl: url('SMTP_URL', 'the mail server', ['smtp:', 'smtps:']),
  mailFrom: text('MAIL_FROM', 'the sender of mails, such as Seonmul <gift@example.com>'),
  ariUrl: url('ARI_URL', "the phone line: Asterisk's HTTP address", ['http:', 'https:'], ''),
  ariUser: text('ARI_USER', 'our name there', 'management'),
  ariPassword: text('ARI_PASSWORD', 'our password there', ''),
  ariEndpoint: text(
    'ARI_ENDPOINT',
    'how Asterisk calls a number: {national} or {e164} is put in',
    'PJSIP/{national}@seonmul-trunk',
  ),
  speechCommand: text(
    'SPEECH_COMMAND',
    'a program that speaks: the text on its standard input, a WAV file on its standard output, {voice} is put in; words, or a JSON list of them',
    'espeak-ng -v {voice} -s 150 --stdin --stdout',
  ),
  speechUrl: url(
    'SPEECH_URL',
    'a service that speaks, instead of the program: POST {text, voice}, answered with audio/wav',
    ['http:', 'https:'],
    '',
  ),
  speechVoiceKo: text('SPEECH_VOICE_KO', 'the Korean voice', 'ko'),
  speechVoiceEn: text('SPEECH_VOICE_EN', 'the English voice', 'en'),
  speechDir: text('SPEECH_DIR', 'folder where speech is kept', '/var/tmp/seonmul-speech'),
  speechDirAtLine: text('SPEECH_DIR_AT_LINE', 'the same folder as Asterisk sees it, if that differs', ''),
  voiceHours,
  voiceOperator: text('VOICE_OPERATOR', 'the number of a person whom callers are connected with', ''),
  sandboxVoiceUrl: url(
    'SANDBOX_VOICE_URL',
    "where the demo's phones are rung; without it they are not",
    ['http:', 'https:'],
    '',
  ),
  sandboxVoiceSecret: text('SANDBOX_VOICE_SECRET', "what we and the demo's phones know each other by", ''),
  twilioApiUrl: url('TWILIO_API_URL', "Twilio's REST API", ['http:', 'https:'], 'https://api.twilio.com'),
  twilioAccountSid: text('TWILIO_ACCOUNT_SID', 'our account at Twilio; without it there is none', ''),
  twilioAuthToken: text(
    'TWILIO_AUTH_TOKEN',
    'the secret of that account, which its webhooks are signed with',
    '',
  ),
  twilioFrom: text('TWILIO_FROM', 'our number there (E.164), which recipients are called from', ''),
  jambonzPassword: text(
    'JAMBONZ_PASSWORD',
    'what the webhooks of our jambonz application come with, as user seonmul',
    '',
  ),
  bounceDomain: text(
    'BOUNCE_DOMAIN',
    'the domain of the return paths of our mails, whose MX leads to BOUNCE_PORT; empty: reports on mails are not taken in',
    '',
  ),
  bounceHost: text('BOUNCE_HOST', 'the address that reports on mails are taken at', '127.0.0.1'),
  bouncePort: port('BOUNCE_PORT', 'the port of that; 0: another process takes them', '0'),
  terminalOrigins,
  carrierUrl: url('CARRIER_URL', "the mobile operator's CAMARA APIs", ['http:', 'https:']),
  carrierClientId: text('CARRIER_CLIENT_ID', 'our client id at the mobile operator'),
  carrierKeyFile: text(
    'CARRIER_KEY_FILE',
    'private EC P-256 key (JWK with kid) that we sign in with at the mobile operator',
  ),
};
