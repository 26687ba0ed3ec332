import { ConfigError, port, type Setting, text, url } from '../../kit/config.ts';
import { SMS_SETTINGS } from '../../kit/messaging/sms-settings.ts';
import { COMMON_SETTINGS } from '../../kit/server.ts';

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
