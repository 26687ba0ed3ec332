import type { FastifyReply, FastifyRequest } from 'fastify';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { sessionCookie, sessionToken } from '../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ManagementContext } from '../context.ts';

export type MemberCaller = {
  member_id: string;
  session_id: string;
  line: 'web' | 'phone' | 'terminal';
  /** When they last entered their password or used a passkey. */
  proved_at: Date;
  /** Whose terminal it is, if they logged in at one. */
  terminal_party: string | null;
  terminal_id: string | null;
};

declare module 'fastify' {
  interface FastifyRequest {
    member?: MemberCaller;
  }
}

type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** The cookie that holds the session of the buyers' pages. */
export function memberCookie({ publicUrl }: Pick<ManagementContext, 'publicUrl'>) {
  return sessionCookie('buyer', publicUrl);
}

/** Requires a logged-in member, whom the handler reads with `memberOf`. */
export function requireMember(context: ManagementContext): Guard {
  const cookie = memberCookie(context);
  return async (request) => {
    const found = await sql<MemberCaller & { expires_at: Date; last_used_at: Date }>`
      select member_id, session_id, line, proved_at, expires_at, last_used_at,
        terminal_party, terminal_id
      from member_sessions
      where token_digest = ${tokenDigest(sessionToken(request, cookie))} and ended_at is null`.execute(
      context.db,
    );
    const session = found.rows[0];
    if (session === undefined) throw new ProblemError('unauthenticated');
    const now = context.clock();
    const { expires_at, last_used_at, ...member } = session;
    if (expires_at <= now) throw new ProblemError('session_expired');
    request.member = member;
    // Roughly is enough for their owner, and spares a write with every request.
    if (addMs(last_used_at, LAST_USED_MS) <= now)
      await sql`
        update member_sessions set last_used_at = ${now} where session_id = ${member.session_id}`.execute(
        context.db,
      );
  };
}

const LAST_USED_MS = 5 * MINUTE_MS;
const PROOF_MS = 5 * MINUTE_MS;

/**
 * Requires that the member has proved who they are within five minutes: whoever finds a page open, or has stolen a session,
 * must not be able to take the account over. After `requireMember`.
 */
export function requireRecentProof({ clock }: Pick<ManagementContext, 'clock'>): Guard {
  return async (request) => {
    if (addMs(memberOf(request).proved_at, PROOF_MS) <= clock()) throw new ProblemError('proof_required');
  };
}

export function memberOf(request: FastifyRequest): MemberCaller {
  if (request.member === undefined) throw new ProblemError('unauthenticated');
  return request.member;
}

/** Six digits, entered in a store or by phone, are enough to buy with but not to take over the account. */
export async function webOnly(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  if (memberOf(request).line !== 'web') throw new ProblemError('forbidden');
}

export const STAFF_ROLES = ['operator', 'support', 'auditor'] as const;

/** An audit entry: an action on a subject with a kind and an id. */
export function audited(action: string, subject_kind: string, idOf: (request: FastifyRequest) => unknown) {
  return (request: FastifyRequest) => ({
    action,
    subject: { subject_kind, subject_id: String(idOf(request)) },
  });
}
