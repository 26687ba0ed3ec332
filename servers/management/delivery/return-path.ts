import { readSignedValue, signValue } from '../../../kit/signed-values.ts';
import type { ManagementContext } from '../context.ts';

type ReturnPathContext = Pick<ManagementContext, 'secrets' | 'settings'>;

const LABEL = 'return_path';

/**
 * Where reports on a message go: an address of its own (VERP), so that a report needs no reading to know what it is
 * about, and nobody can make one for a message that they did not get. Undefined where no reports are taken in.
 */
export function returnPathOf(
  { secrets, settings }: ReturnPathContext,
  messageId: string,
): string | undefined {
  if (settings.bounceDomain === '') return undefined;
  const signed = signValue(secrets.keyRing('token_pepper'), LABEL, messageId.replaceAll('-', ''));
  return `bounce+${signed}@${settings.bounceDomain}`;
}

/** The message that a return path was made for. */
export function messageOfReturnPath(
  { secrets, settings }: ReturnPathContext,
  address: string,
): string | undefined {
  const [, signed = '', domain = ''] = /^bounce\+([0-9a-f-]+)@(.+)$/.exec(address.toLowerCase()) ?? [];
  if (settings.bounceDomain === '' || domain !== settings.bounceDomain.toLowerCase()) return undefined;
  const hex = readSignedValue(secrets.keyRing('token_pepper'), LABEL, signed);
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
