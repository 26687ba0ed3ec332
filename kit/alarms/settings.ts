import { ConfigError, oneOf, type Setting, text, url } from '../config.ts';
import { parseEmail } from '../typed/email.ts';

const alarmMailTo: Setting<readonly string[]> = {
  name: 'ALARM_MAIL_TO',
  meaning:
    'addresses, separated by spaces, that are mailed when something is wrong with this server, daily while it is, and when it is over (docs/production/seeing.md); needs SMTP_URL and MAIL_FROM',
  fallback: '',
  read(given) {
    const addresses = given.split(/[\s,]+/).filter((address) => address !== '');
    const wrong = addresses.find((address) => !parseEmail(address).ok);
    if (wrong !== undefined) throw new ConfigError(`ALARM_MAIL_TO must be mail addresses; ${wrong} is none.`);
    return addresses;
  },
};

/** How a server mails its staff. Management has a mail server anyway, and defines the first two as required. */
export const ALARM_SETTINGS = {
  smtpUrl: url('SMTP_URL', 'SMTP server that sends email', ['smtp:', 'smtps:'], ''),
  mailFrom: text('MAIL_FROM', 'From address of emails, such as Seonmul <gift@example.com>', ''),
  alarmMailTo,
  alarmMailLanguage: oneOf('ALARM_MAIL_LANGUAGE', 'language of these mails', ['en', 'ko'], 'en'),
};

/** Throws a ConfigError if mails are wanted that can't be sent. */
export function requireMailServer(settings: {
  smtpUrl: string;
  mailFrom: string;
  alarmMailTo: readonly string[];
}): void {
  const { smtpUrl, mailFrom, alarmMailTo } = settings;
  if (alarmMailTo.length > 0 && (smtpUrl === '' || mailFrom === ''))
    throw new ConfigError('ALARM_MAIL_TO needs SMTP_URL and MAIL_FROM.');
}
