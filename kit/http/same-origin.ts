import type { FastifyRequest } from 'fastify';

/**
 * Whether a browser sent this request from a page of `origin`, or because someone typed the address. Browsers report the
 * source of a request in Sec-Fetch-Site; older ones only in Origin, and only for requests that may change something. A
 * request with neither header doesn't come from a current browser.
 */
export function isSameOrigin({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return headers.origin === origin;
}
