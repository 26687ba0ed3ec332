import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where a cookie is kept: its name, and whether its site is served over https only; a demo on one machine is not. */
export type Cookie = { name: string; secure: boolean };

export function cookieOf(name: string, publicUrl: string): Cookie {
  return { name, secure: publicUrl.startsWith('https:') };
}

/**
 * Sets a cookie that no script can read and that is never sent with a request from another site. Over https its name
 * begins with `__Host-`: browsers then refuse one that another host of the domain, or plain http, has set (RFC 6265bis).
 * They require the path `/` for that; elsewhere it is sent back to `path`.
 */
export function setCookie(
  reply: FastifyReply,
  { name, secure }: Cookie,
  value: string,
  { path, max_age_s: maxAge }: { path: string; max_age_s: number },
): void {
  const scope = { path: secure ? '/' : path, maxAge, secure, httpOnly: true, sameSite: 'strict' } as const;
  reply.setCookie(sentName({ name, secure }), value, scope);
}

/** The value of a request's cookie; undefined if there is none or it is empty. */
export function readCookie(request: FastifyRequest, cookie: Cookie): string | undefined {
  return request.cookies[sentName(cookie)] || undefined;
}

function sentName({ name, secure }: Cookie): string {
  return secure ? `__Host-${name}` : name;
}
