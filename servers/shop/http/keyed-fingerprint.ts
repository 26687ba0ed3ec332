import type { FastifyRequest } from 'fastify';
import { type Fingerprint, fingerprintUnder } from '../../../kit/idempotency.ts';
import type { ShopContext } from '../context.ts';

/**
 * The idempotency fingerprint of a request that carries a PIN or a code: a plain hash would give those away to anyone who
 * tries them all.
 */
export function keyedFingerprint(context: ShopContext, request: FastifyRequest): Fingerprint {
  const text = `${request.method} ${request.url}\n${request.rawBody?.toString('base64') ?? ''}`;
  return fingerprintUnder(context.secrets.keyRing('token_pepper'), text);
}
