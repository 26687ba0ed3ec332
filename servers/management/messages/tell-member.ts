import type { Executor } from '../../../kit/db/transaction.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from './queue-message.ts';

export type Addressee = {
  member_id: string;
  email: string;
  mobile: string;
  locale: Locale;
  preferred_channel: 'sms' | 'email';
};

/** Tells a member that their account was changed, on their preferred channel, falling back to the other. */
export async function tellMember(
  context: ManagementContext,
  tx: Executor,
  { member_id, email, mobile, locale, preferred_channel: channel }: Addressee,
  { kind, changed_at }: { kind: 'account.password_changed' | 'account.passkey_added'; changed_at: Date },
): Promise<void> {
  await queueMessage(context, tx, {
    kind,
    vars: { changed_at: changed_at.toISOString() },
    channel,
    to: channel === 'sms' ? mobile : email,
    fallback_to: channel === 'sms' ? email : mobile,
    locale,
    subject_id: member_id,
  });
}
