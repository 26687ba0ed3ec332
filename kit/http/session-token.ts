import type { FastifyReply, FastifyRequest } from 'fastify';
import { setCookie } from './cookies.ts';
import { ProblemError } from './problem.ts';
import { isSameOrigin } from './same-origin.ts';

const TOKEN_LENGTH_MAX = 200;

/** The session token in a request's `Authorization: Bearer`, of whomever. Throws `unauthenticated`. */
export function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > TOKEN_LENGTH_MAX)
    throw new ProblemError('unauthenticated');
  return token;
}

/** Where a page's session is kept: in a cookie that no script reads, sent only with requests of our own pages. */
export type SessionCookie = { name: string; origin: string };

/** Cookies are told apart by host and not by port, so `name` is one that no other server of the same host uses. */
export function sessionCookie(name: string, publicUrl: string): SessionCookie {
  return { name, origin: new URL(publicUrl).origin };
}

/**
 * The session token that a request carries: a client's by header, a page's by cookie. A cookie counts only in what the
 * server's own page sent: SameSite lets neighbours on the same domain through, and the demo's servers are neighbours.
 * Throws `unauthenticated`, `forbidden`.
 */
export function sessionToken(request: FastifyRequest, cookie: SessionCookie): string {
  if (request.headers.authorization !== undefined) return bearerToken(request);
  const token = request.cookies[cookie.name];
  if (!token || token.length > TOKEN_LENGTH_MAX) throw new ProblemError('unauthenticated');
  if (!isSameOrigin(request, cookie.origin)) throw new ProblemError('forbidden');
  return token;
}

type Opened = { session_token: string; expires_at: string };

/**
 * Hands a new session over the way that the caller asked for: as it is, or to a page in the cookie, so that no script
 * ever holds the token.
 */
export function issueSession<Session extends Opened>(
  reply: FastifyReply,
  session: Session,
  into: { cookie: SessionCookie; now: Date; use_cookie?: boolean | undefined },
): Session | Omit<Session, 'session_token'> {
  if (into.use_cookie !== true) return session;
  const { session_token, ...rest } = session;
  const max_age_s = Math.floor((new Date(session.expires_at).getTime() - into.now.getTime()) / 1000);
  setCookie(reply, into.cookie.name, session_token, { ...placeOf(into.cookie), max_age_s });
  return rest;
}

/** Takes the cookie back when its session has ended. */
export function clearSession(reply: FastifyReply, cookie: SessionCookie): void {
  setCookie(reply, cookie.name, '', { ...placeOf(cookie), max_age_s: 0 });
}

function placeOf({ origin }: SessionCookie) {
  return { path: '/v1', secure: origin.startsWith('https:') };
}
