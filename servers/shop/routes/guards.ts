import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { ProblemError } from '../../../kit/http/problem.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../operations/redeem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    till?: Till;
  }
}

/** Lets only a terminal with an open session through. */
export function requireTerminal(context: ShopContext) {
  return async (request: FastifyRequest): Promise<void> => {
    const found = await sql<Till & { expires_at: Date }>`
      select t.terminal_id, t.store_id, s.name_ko as store_name, x.expires_at
      from terminal_sessions x join terminals t using (terminal_id) join stores s using (store_id)
      where x.token_digest = ${tokenDigest(bearerToken(request))} and t.blocked_at is null`.execute(
      context.db,
    );
    const session = found.rows[0];
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

export function tillOf(request: FastifyRequest): Till {
  if (request.till === undefined) throw new ProblemError('unauthenticated');
  return request.till;
}

function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || token.length > 200)
    throw new ProblemError('unauthenticated');
  return token;
}
