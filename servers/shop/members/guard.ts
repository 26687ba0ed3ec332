import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import type { ShopContext } from '../context.ts';
import { findMemberSession, type MemberSession } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    shopMember?: MemberSession;
  }
}

/** Admits only a member with an open session. */
export function requireMember(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const session = await findMemberSession(context, bearerToken(request));
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    request.shopMember = session;
  };
}

export function memberOf(request: FastifyRequest): MemberSession {
  if (request.shopMember === undefined) throw new ProblemError('unauthenticated');
  return request.shopMember;
}
