import type { FastifyRequest } from 'fastify';
import type { Idempotency } from '../../../kit/idempotency.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';

/** The idempotency of a request in a holder's session; a form has its key in a field. */
export function holderIdempotency(
  context: ShopContext,
  request: FastifyRequest,
  { token, status, key }: { token: string; status: number; key?: string },
): Idempotency {
  return {
    db: context.db,
    clock: context.clock,
    request,
    scope: `holder:${tokenDigest(token).toString('base64url')}`,
    status,
    fingerprint: keyedFingerprint(context, request),
    ...(key === undefined ? {} : { key }),
  };
}
