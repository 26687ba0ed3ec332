import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { ProblemError } from '../../../kit/http/problem.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ManagementContext } from '../context.ts';
import type { StaffRole } from '../operations/staff-log-in.ts';

export type MemberCaller = { member_id: string; session_id: string; line: 'web' | 'phone' | 'terminal' };
export type StaffCaller = { staff_id: string; session_id: string; role: StaffRole };

declare module 'fastify' {
  interface FastifyRequest {
    member?: MemberCaller;
    staff?: StaffCaller;
  }
}

type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Lets only a logged-in member through; the handler reads it by `memberOf`. */
export function requireMember(context: ManagementContext): Guard {
  return async (request) => {
    const found = await sql<MemberCaller & { expires_at: Date }>`
      select member_id, session_id, line, expires_at from member_sessions
      where token_digest = ${tokenDigest(bearerToken(request))} and ended_at is null`.execute(context.db);
    const session = found.rows[0];
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    request.member = { member_id: session.member_id, session_id: session.session_id, line: session.line };
  };
}

/** Lets only staff with one of the roles through. An auditor only reads, so no changing route names that role. */
export function requireStaff(context: ManagementContext, ...roles: StaffRole[]): Guard {
  return async (request) => {
    const found = await sql<StaffCaller & { expires_at: Date }>`
      select s.staff_id, s.session_id, t.role, s.expires_at from staff_sessions s join staff t using (staff_id)
      where s.token_digest = ${tokenDigest(bearerToken(request))} and s.ended_at is null and t.left_at is null`.execute(
      context.db,
    );
    const session = found.rows[0];
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    if (!roles.includes(session.role)) throw new ProblemError('forbidden');
    request.staff = { staff_id: session.staff_id, session_id: session.session_id, role: session.role };
  };
}

export function memberOf(request: FastifyRequest): MemberCaller {
  if (request.member === undefined) throw new ProblemError('unauthenticated');
  return request.member;
}

export function staffOf(request: FastifyRequest): StaffCaller {
  if (request.staff === undefined) throw new ProblemError('unauthenticated');
  return request.staff;
}

function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > 200)
    throw new ProblemError('unauthenticated');
  return token;
}
