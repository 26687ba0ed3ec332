import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import { findMemberSession, type MemberSession } from '../members/member-sessions.ts';
import type { Till } from '../redeem/redeem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    till?: Till;
    shopMember?: MemberSession;
  }
}

/** Lets only a terminal with an open session through. */
export function requireTerminal(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const session = await context.sessions.find(tokenDigest(bearerToken(request)));
    if (session === undefined) throw new ProblemError('unauthenticated');
    if (session.expires_at <= context.clock()) throw new ProblemError('session_expired');
    const { terminal_id, store_id, store_name } = session;
    request.till = { terminal_id, store_id, store_name };
  };
}

/** Lets only the brand's own web shop through, by its key. */
export function requireWebShop(context: ShopContext) {
  const expected = tokenDigest(context.webShopKey);
  return async (request: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  };
}

/** Lets only a member with an open session through. */
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

export function tillOf(request: FastifyRequest): Till {
  if (request.till === undefined) throw new ProblemError('unauthenticated');
  return request.till;
}

/** What a request is recognised by where it holds a PIN or a code: a bare hash of those is found by trying them all. */
export function keyedFingerprint(context: ShopContext, request: FastifyRequest): Buffer {
  const text = `${request.method} ${request.url}\n${request.rawBody?.toString('base64') ?? ''}`;
  return keyedDigest(context.secrets.keyRing('token_pepper'), 'fingerprint', text).digest;
}
