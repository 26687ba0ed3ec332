import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { Locale } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { changeProfile, type OptionalNotice } from '../member-profile.ts';
import { readUnsubscribeToken } from './unsubscribe-link.ts';

export type NoticeView = { notice: OptionalNotice; on: boolean; locale: Locale };

export const TURN_NOTICE_REFUSALS = refusals('not_found');

/** Which notice an email's link is about, and whether it is on. */
export async function viewNotice(
  context: ManagementContext,
  token: string,
): Promise<Result<NoticeView, RefusalOf<typeof TURN_NOTICE_REFUSALS>>> {
  const about = readUnsubscribeToken(context, token);
  if (about === undefined) return refuse('not_found');
  const found = await sql<{ locale: Locale; notices_off: string[] }>`
    select locale, notices_off from members where member_id = ${about.member_id}`.execute(context.db);
  const member = found.rows[0];
  if (member === undefined) return refuse('not_found');
  const { notice } = about;
  return done({ notice, on: !member.notices_off.includes(notice), locale: member.locale });
}

/**
 * Turns the notice that an email's link is about off, or on again (RFC 8058), without a log-in. Repeating it changes
 * nothing.
 */
export async function turnNotice(
  context: ManagementContext,
  token: string,
  on: boolean,
): Promise<Result<NoticeView, RefusalOf<typeof TURN_NOTICE_REFUSALS>>> {
  const about = readUnsubscribeToken(context, token);
  if (about === undefined) return refuse('not_found');
  const { member_id, notice } = about;
  const changed = await inTransaction(context.db, (tx) =>
    changeProfile(tx, member_id, 'web', { notices: { [notice]: on } }),
  );
  return changed.ok ? done({ notice, on, locale: changed.value.locale }) : refuse('not_found');
}
