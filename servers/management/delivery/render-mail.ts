import { readBusiness } from '../../../kit/business/details.ts';
import { sql } from '../../../kit/db/sql.ts';
import { writeMail } from '../../../kit/mail/mail.ts';
import type { Mail } from '../../../kit/mail/smtp.ts';
import type { NoticeKind, NoticeVars } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { optionalNotice, unsubscribeLink } from '../members/notices/unsubscribe-link.ts';
import { draftsOf, wordsFor } from '../wordings/own-wordings.ts';
import type { Message } from './message.ts';
import { returnPathOf } from './return-path.ts';

/** A queued message as a mail. */
export async function renderMail(
  context: ManagementContext,
  message: Message,
  vars: NoticeVars<NoticeKind>,
): Promise<Mail> {
  const { kind, address, message_id } = message;
  const w = await wordsFor(context, message, draftsOf(vars));
  const unsubscribe_url = await unsubscribeUrlOf(context, message);
  const business = await readBusiness(context.db);
  const return_path = returnPathOf(context, message_id);
  return {
    ...writeMail(w, kind as NoticeKind, vars, { unsubscribe_url, business }),
    to: address,
    message_id,
    ...(return_path === undefined ? {} : { return_path }),
    ...(unsubscribe_url === undefined ? {} : { unsubscribe_url }),
  };
}

/** Only for notices that a buyer may turn off, which codes, offers and anything about money are not. */
async function unsubscribeUrlOf(
  context: ManagementContext,
  { kind, subject_id }: Message,
): Promise<string | undefined> {
  const notice = kind.startsWith('buyer.') ? optionalNotice(kind.slice('buyer.'.length)) : undefined;
  if (notice === undefined) return undefined;
  const found = await sql<{ member_id: string }>`
    select member_id from orders where order_id = ${subject_id}`.execute(context.db);
  const member_id = found.rows[0]?.member_id;
  return member_id === undefined ? undefined : unsubscribeLink(context, { member_id, notice });
}
