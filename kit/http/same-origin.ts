import type { FastifyRequest } from 'fastify';

/**
 * Whether a browser sent this request from a page of `origin`, or because somebody typed the address. Browsers say where
 * a request comes from by Sec-Fetch-Site; the older ones by Origin, and only where something may change. Who says
 * nothing at all is no browser of these years.
 */
export function isSameOrigin({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return headers.origin === origin;
}
