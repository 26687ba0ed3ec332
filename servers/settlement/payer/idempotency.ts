import type { FastifyRequest } from 'fastify';
import { keyedFingerprint } from '../../../kit/idempotency.ts';
import type { SettlementContext } from '../context.ts';

/** A payer's request is fingerprinted with a key, because its body contains a card or a code. */
export function payerIdempotency({ db, clock, secrets }: SettlementContext, request: FastifyRequest) {
  const fingerprint = keyedFingerprint(request, secrets.keyRing('token_pepper'));
  return { db, clock, request, scope: 'payer', fingerprint };
}
