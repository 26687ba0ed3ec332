import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';

/** Admits only the brand's own web shop, by its API key. */
export function requireWebShop(context: ShopContext) {
  const expected = tokenDigest(context.webShopKey);
  return async (request: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  };
}
