import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Erased, erasing } from '../../../kit/erase.ts';
import { FORGET_MAX, type Forgotten, SESSIONS_KEPT_MS } from '../../../kit/forget.ts';

/** Whoever has not proven both their number and their address by then has to register again. */
const UNPROVEN_KEPT_MS = 7 * DAY_MS;

/** As long as the cookie of a device. */
export const PLACES_KEPT_MS = 180 * DAY_MS;

/** What is left of sign-ups and log-ins, by others than members too. Codes go before the people they were sent to. */
export const MEMBERS_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'verification_codes',
    async forget(executor, now) {
      const deleted = await sql`
        delete from verification_codes where code_id in (
          select code_id from verification_codes where expires_at < ${addMs(now, -DAY_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'members',
    async forget(executor, now) {
      const deleted = await sql`
        delete from members where member_id in (
          select member_id from members m
          where member_number is null and created_at < ${addMs(now, -UNPROVEN_KEPT_MS)}
            and not exists (select 1 from verification_codes c where c.member_id = m.member_id)
          order by created_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'member_sessions',
    async forget(executor, now) {
      const deleted = await sql`
        delete from member_sessions where session_id in (
          select session_id from member_sessions where expires_at < ${addMs(now, -SESSIONS_KEPT_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    // With their codes.
    table: 'member_requests',
    async forget(executor, now) {
      const deleted = await sql`
        delete from member_requests where request_id in (
          select request_id from member_requests where expires_at < ${addMs(now, -DAY_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'passkey_challenges',
    async forget(executor, now) {
      const deleted = await sql`
        delete from passkey_challenges where challenge_digest in (
          select challenge_digest from passkey_challenges where expires_at < ${now}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
  {
    table: 'known_places',
    async forget(executor, now) {
      const deleted = await sql`
        delete from known_places where (member_id, place_digest) in (
          select member_id, place_digest from known_places where last_used_at < ${addMs(now, -PLACES_KEPT_MS)}
          order by last_used_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];

/** Whom staff invited to join by phone. That they did, stays. */
export const INVITATIONS_ERASED: Erased = erasing(
  ['telephone_invitations'],
  'peopleKeptDays',
  (executor, _now, before) =>
    sql<{ rows: number }>`
    select coalesce(forget_invited(${before}, ${FORGET_MAX}), 0) as rows`.execute(executor),
);
