import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { addressKey } from '../../../kit/http/client-address.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import type { LimitUse } from '../../../kit/limits.ts';
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

/** How the web shop says which of its customers a request is for. */
export const CustomerHeader = Type.Object({
  'seonmul-customer': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description:
        'The IP address of the web shop’s customer, or a pseudonym that stays the same for a customer. Guesses at PINs are then limited per customer, otherwise only for the web shop as a whole.',
    }),
  ),
});

/**
 * Whom the limits count: the customer that the web shop names, or all of its customers together. Its own address is that
 * of a server, and tells nobody apart.
 */
export function customerOf(
  { limits }: ShopContext,
  { 'seonmul-customer': customer }: Static<typeof CustomerHeader>,
): LimitUse {
  return customer === undefined
    ? [limits.pinByWebShop, 'web_shop']
    : [limits.pinByCaller, `web_shop:${addressKey(customer)}`];
}
