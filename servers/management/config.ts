import { ConfigError, type Setting, text, url } from '../../kit/config.ts';
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
  smppUrl: url('SMPP_URL', 'the text message provider', ['smpp:', 'ssmpp:']),
  smppSystemId: text('SMPP_SYSTEM_ID', 'our name there'),
  smppPassword: text('SMPP_PASSWORD', 'our password there'),
  smppSourceAddr: text('SMPP_SOURCE_ADDR', 'the number that text messages come from and are answered to'),
  smtpUrl: url('SMTP_URL', 'the mail server', ['smtp:', 'smtps:']),
  mailFrom: text('MAIL_FROM', 'the sender of mails, such as Seonmul <gift@example.com>'),
  terminalOrigins,
  carrierUrl: url('CARRIER_URL', "the mobile operator's CAMARA APIs", ['http:', 'https:']),
  carrierClientId: text('CARRIER_CLIENT_ID', 'our client id at the mobile operator'),
  carrierKeyFile: text(
    'CARRIER_KEY_FILE',
    'private EC P-256 key (JWK with kid) that we sign in with at the mobile operator',
  ),
};
