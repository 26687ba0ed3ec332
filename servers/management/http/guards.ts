import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from '../../../kit/db/sql.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { sessionCookie, sessionToken } from '../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ManagementContext } from '../context.ts';

export type MemberCaller = { member_id: string; session_id: string; line: 'web' | 'phone' | 'terminal' };

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
    const found = await sql<MemberCaller & { expires_at: Date }>`
      select member_id, session_id, line, expires_at from member_sessions
      where token_digest = ${tokenDigest(sessionToken(request, cookie))} and ended_at is null`.execute(
      context.db,
    );
    const session = found.rows[0];
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    request.member = { member_id: session.member_id, session_id: session.session_id, line: session.line };
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
