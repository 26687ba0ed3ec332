import { readSignedValue, signValue } from '../../../kit/signed-values.ts';
import type { ManagementContext } from '../context.ts';

type ReturnPathContext = Pick<ManagementContext, 'secrets' | 'settings'>;

const LABEL = 'return_path';

/**
 * The return path of a mail, one per message (VERP): it says which message a report is about, and its signature keeps
 * anyone from reporting on a message they did not receive. Undefined if this server takes no reports.
 */
export function returnPathOf(
  { secrets, settings }: ReturnPathContext,
  messageId: string,
): string | undefined {
  if (settings.bounceDomain === '') return undefined;
  const signed = signValue(secrets.keyRing('token_pepper'), LABEL, messageId.replaceAll('-', ''));
  return `bounce+${signed}@${settings.bounceDomain}`;
}

/** The message that a return path belongs to. */
export function messageOfReturnPath(
  { secrets, settings }: ReturnPathContext,
  address: string,
): string | undefined {
  const [, signed = '', domain = ''] = /^bounce\+([0-9a-f-]+)@(.+)$/.exec(address.toLowerCase()) ?? [];
  if (settings.bounceDomain === '' || domain !== settings.bounceDomain.toLowerCase()) return undefined;
  const hex = readSignedValue(secrets.keyRing('token_pepper'), LABEL, signed);
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
