import { readSignedValue, signValue } from '../../../../kit/signed-values.ts';
import type { ManagementContext } from '../../context.ts';
import { OPTIONAL_NOTICES, type OptionalNotice } from '../member-profile.ts';

const LABEL = 'unsubscribe';

export type NoticeOfMember = { member_id: string; notice: OptionalNotice };

/** A link that turns one kind of notice off for one member, and does nothing else. */
export function unsubscribeLink(
  { secrets, publicUrl }: Pick<ManagementContext, 'secrets' | 'publicUrl'>,
  { member_id, notice }: NoticeOfMember,
): string {
  return `${publicUrl}/n/${signValue(secrets.keyRing('token_pepper'), LABEL, `${member_id}.${notice}`)}`;
}

/** The member and notice that a link's token names, if it is valid. */
export function readUnsubscribeToken(
  { secrets }: Pick<ManagementContext, 'secrets'>,
  token: string,
): NoticeOfMember | undefined {
  const value = readSignedValue(secrets.keyRing('token_pepper'), LABEL, token);
  const [member_id = '', named] = value?.split('.') ?? [];
  const notice = optionalNotice(named);
  return notice === undefined ? undefined : { member_id, notice };
}

/** The optional notice of this name, if there is one. */
export function optionalNotice(name: string | undefined): OptionalNotice | undefined {
  return OPTIONAL_NOTICES.find((known) => known === name);
}
