import type { Tx } from '../../../kit/db/transaction.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from './queue-message.ts';
import { type Contact, reachesOf } from './reach.ts';

export type Addressee = Contact & { member_id: string; locale: Locale };

/** Tells a member that their account was changed, on their preferred channel, falling back to another. */
export async function tellMember(
  context: ManagementContext,
  tx: Tx,
  member: Addressee,
  { kind, changed_at }: { kind: 'account.password_changed' | 'account.passkey_added'; changed_at: Date },
): Promise<void> {
  await queueMessage(context, tx, {
    kind,
    vars: { changed_at: changed_at.toISOString() },
    to: reachesOf(member),
    locale: member.locale,
    subject_id: member.member_id,
  });
}

/** Tells a member at every number and address they have, except the one that the change itself came from. */
export async function tellEverywhere<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Tx,
  member: Addressee,
  { kind, vars, except = null }: { kind: Kind; vars: NoticeVars<Kind>; except?: string | null },
): Promise<void> {
  const told = new Set([except]);
  for (const reach of reachesOf(member)) {
    if (told.has(reach.address)) continue;
    told.add(reach.address);
    const { locale, member_id: subject_id } = member;
    await queueMessage(context, tx, { kind, vars, to: [reach], locale, subject_id });
  }
}
