import type { FastifyReply, FastifyRequest } from 'fastify';

export type CookieRules = {
  /** The part of the site that gets it back. */
  path: string;
  max_age_s: number;
  /** Whether the site is reached by https only; a demo on one machine is not. */
  secure: boolean;
};

/** The value of a cookie, if the browser sent one. */
export function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || undefined;
}

/** Sets a cookie that no script reads and no other site causes to be sent. Values are tokens or words of ours: no `;`. */
export function setCookie(reply: FastifyReply, name: string, value: string, rules: CookieRules): void {
  const { path, max_age_s, secure } = rules;
  const parts = [`${name}=${value}`, `Path=${path}`, `Max-Age=${max_age_s}`, 'HttpOnly', 'SameSite=Strict'];
  const already = reply.getHeader('set-cookie') ?? [];
  const cookie = [...parts, ...(secure ? ['Secure'] : [])].join('; ');
  reply.removeHeader('set-cookie');
  reply.header('set-cookie', [...[already].flat().map(String), cookie]);
}
