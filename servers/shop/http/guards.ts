import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

declare module 'fastify' {
  interface FastifyRequest {
    till?: Till;
  }
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

/** What a request is recognised by where it holds a PIN or a code: a bare hash of those is found by trying them all. */
export function keyedFingerprint(context: ShopContext, request: FastifyRequest): Buffer {
  const text = `${request.method} ${request.url}\n${request.rawBody?.toString('base64') ?? ''}`;
  return keyedDigest(context.secrets.keyRing('token_pepper'), 'fingerprint', text).digest;
}
