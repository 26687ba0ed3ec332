import type { FastifyReply } from 'fastify';

export type CookieScope = {
  /** The part of the site that the cookie is sent back to. */
  path: string;
  max_age_s: number;
  /** Whether the site is served over https only; a demo on one machine is not. */
  secure: boolean;
};

/** Sets a cookie that no script can read and that is never sent with a request from another site. */
export function setCookie(reply: FastifyReply, name: string, value: string, scope: CookieScope): void {
  const { path, max_age_s: maxAge, secure } = scope;
  reply.setCookie(name, value, { path, maxAge, secure, httpOnly: true, sameSite: 'strict' });
}
