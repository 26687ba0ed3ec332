import { createHmac } from 'node:crypto';
import { isSameText } from './same-text.ts';

/**
 * Whether Twilio sent a webhook: HMAC-SHA1 under the account's secret over the exact URL and each field's name and value,
 * sorted by name. Twilio's own scheme, SHA-1 included (docs: "Webhooks security").
 */
export function isFromTwilio(
  secret: string,
  signature: string | undefined,
  url: string,
  fields: Readonly<Record<string, string>>,
): boolean {
  if (signature === undefined || secret === '') return false;
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], url);
  return isSameText(signature, createHmac('sha1', secret).update(signed, 'utf8').digest('base64'));
}
