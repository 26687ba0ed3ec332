import { createPrivateKey } from 'node:crypto';
import { ConfigError, readSettingFile, type SettingValues, text } from '../config.ts';

/** The settings for signing mails, where no mail server on their way does. */
export const DKIM_SETTINGS = {
  dkimDomain: text(
    'DKIM_DOMAIN',
    'domain that signs our emails (DKIM), if the server at SMTP_URL does not; leave empty to sign none',
    '',
  ),
  dkimSelector: text(
    'DKIM_SELECTOR',
    'selector of the key: its public part is the TXT record <selector>._domainkey.<domain>',
    '',
  ),
  dkimKeyFile: text('DKIM_KEY_FILE', 'PEM file with the private key, RSA of 2048 bits or more', ''),
};

/** What signs mails. */
export type DkimKey = { domain: string; selector: string; private_pem: string };

const RSA_BITS_MIN = 2_048;

/** Undefined if mails are not signed here. Throws a `ConfigError` if only some of it is set, or the key is none. */
export function dkimKeyOf({
  dkimDomain: domain,
  dkimSelector: selector,
  dkimKeyFile: file,
}: SettingValues<typeof DKIM_SETTINGS>): DkimKey | undefined {
  if (domain === '' && selector === '' && file === '') return undefined;
  if (domain === '' || selector === '' || file === '')
    throw new ConfigError('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE must be set together.');
  const private_pem = readSettingFile('DKIM_KEY_FILE', file);
  if (!isLongRsaKey(private_pem))
    throw new ConfigError(
      `DKIM_KEY_FILE ${file} must be an RSA key of ${RSA_BITS_MIN} bits or more, as PEM.`,
    );
  return { domain, selector, private_pem };
}

/** Every mail server verifies RSA; not all verify Ed25519 (RFC 8463). */
function isLongRsaKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS_MIN;
  } catch {
    return false;
  }
}

/**
 * What is signed: what people see, and both unsubscribe headers, without which mail clients show no button (RFC 8058, 4).
 */
const SIGNED = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'To',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
];

/** The key as nodemailer takes it. */
export function signatureOf({ domain, selector, private_pem }: DkimKey) {
  return {
    domainName: domain,
    keySelector: selector,
    privateKey: private_pem,
    headerFieldNames: SIGNED.join(':'),
  };
}
