import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Cookie, cookieOf, readCookie, setCookie } from './cookies.ts';
import { ProblemError } from './problem.ts';
import { isSameOrigin } from './same-origin.ts';

/** Those that carry what they stand for are longer than most, and still fit into a cookie. */
const TOKEN_LENGTH_MAX = 4_000;
/** Pages send their sessions to the API only. */
const PATH = '/v1';

/** The token in a request's `Authorization: Bearer`, not yet verified. Throws `unauthenticated`. */
export function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > TOKEN_LENGTH_MAX)
    throw new ProblemError('unauthenticated');
  return token;
}

/** The cookie of a page's session. No script can read it, and only requests of our own pages carry it. */
export type SessionCookie = Cookie & { origin: string };

/** Cookies are separated by host, not by port, so `name` must differ from that of any other server on the host. */
export function sessionCookie(name: string, publicUrl: string): SessionCookie {
  return { ...cookieOf(name, publicUrl), origin: new URL(publicUrl).origin };
}

/**
 * A request's session token: from the header of an API client, or the cookie of a page. A cookie counts only in requests
 * of the server's own pages: SameSite admits other servers of the same domain, such as those of the demo. Throws `unauthenticated`, `forbidden`.
 */
export function sessionToken(request: FastifyRequest, cookie: SessionCookie): string {
  if (request.headers.authorization !== undefined) return bearerToken(request);
  const token = readCookie(request, cookie);
  if (token === undefined || token.length > TOKEN_LENGTH_MAX) throw new ProblemError('unauthenticated');
  if (!isSameOrigin(request, cookie.origin)) throw new ProblemError('forbidden');
  return token;
}

type NewSession = { session_token: string; expires_at: string };

/**
 * Returns a new session as the caller asked for it: with its token, or, for a page, with the token in the cookie, where no
 * script can read it.
 */
export function issueSession<Session extends NewSession>(
  reply: FastifyReply,
  session: Session,
  into: { cookie: SessionCookie; now: Date; use_cookie?: boolean | undefined },
): Session | Omit<Session, 'session_token'> {
  if (into.use_cookie !== true) return session;
  const { session_token, ...rest } = session;
  const max_age_s = Math.floor((new Date(session.expires_at).getTime() - into.now.getTime()) / 1000);
  setCookie(reply, into.cookie, session_token, { path: PATH, max_age_s });
  return rest;
}

/** Deletes the cookie when its session has ended. */
export function clearSession(reply: FastifyReply, cookie: SessionCookie): void {
  setCookie(reply, cookie, '', { path: PATH, max_age_s: 0 });
}
