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

/**
 * The policy of everything else that is sent, such as answers and files, should a browser open it. It says nothing of
 * scripts, because the scripts of workers are held to the policy they come with.
 */
export const POLICY_BESIDE_PAGES = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Content-Security-Policy directives that a page changes or adds, such as `connect-src`. */
export type PolicyOverrides = Partial<typeof POLICY> & Readonly<Record<string, string>>;

/**
 * The headers of every page for people. Pages show names and money, so they are not cached and can't be framed. Other
 * sites get no referrer, since a link may contain a token. It is not `no-referrer`, because browsers would then send
 * `Origin: null` with forms, and without Sec-Fetch-Site those would look like another site's.
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
