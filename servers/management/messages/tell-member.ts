import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from './queue-message.ts';
import { type Contact, reachesOf } from './reach.ts';

export type Addressee = Contact & { member_id: string; locale: Locale };

/** Tells a member that their account was changed, on their preferred channel, falling back to another. */
export async function tellMember(
  context: ManagementContext,
  tx: Executor,
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
