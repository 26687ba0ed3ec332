import type { FastifyReply } from 'fastify';

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};

/** Directives of the Content-Security-Policy that a page sets otherwise or besides, such as `connect-src`. */
export type PolicyOverrides = Partial<typeof POLICY> & Readonly<Record<string, string>>;

/**
 * The headers of every page for people. Pages show names and money, so they are kept nowhere and framed by nobody.
 * The referrer is kept from other sites, whose logs must not hold a link with a token; it is not `no-referrer`, because
 * browsers then send `Origin: null` with forms, and one without Sec-Fetch-Site could not be told from a stranger's.
 */
export function pageHeaders(reply: FastifyReply, overrides: PolicyOverrides = {}): FastifyReply {
  const policy = Object.entries({ ...POLICY, ...overrides }).map(([name, sources]) => `${name} ${sources}`);
  return reply.headers({
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  });
}
