import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotencyKeyOf, type KeyedAnswer } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { RefusalOf } from '../../../kit/result.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import { readOpening } from '../certificates/opening-token.ts';
import type { ShopContext } from '../context.ts';
import type { RedeemBatcher } from './redeem-batcher.ts';
import type { REDEEM_REFUSALS, RedeemOperation } from './redeem-statement.ts';

export type Redeem = {
  verification_token: string;
  /** The till's own reference for the sale, printed on its receipt. */
  sale_reference: string;
  lines: { certificate_id: string; amount_minor: number }[];
};

/**
 * Receipt 9: redeems certificates in a store, in full or in part, several in one sale, all lines or none. Concurrent sales
 * are batched into one statement (`redeem-batcher.ts` batches, `redeem-statement.ts` has the SQL).
 */
export async function redeem(
  context: ShopContext,
  batcher: RedeemBatcher,
  request: FastifyRequest,
  till: RedeemOperation['till'],
  input: Redeem,
): Promise<KeyedAnswer<RefusalOf<typeof REDEEM_REFUSALS>>> {
  const key = idempotencyKeyOf(request);
  const opening = await readOpening(context, context.db, input.verification_token, till.terminal_id);
  const operation: RedeemOperation = {
    scope: `terminal:${till.terminal_id}`,
    key,
    fingerprint: fingerprintOf(request),
    request,
    till,
    isOpen: opening !== undefined,
    saleId: newId(),
    saleReference: input.sale_reference,
    traceId: currentTraceId(),
    lines: input.lines.map(({ certificate_id, amount_minor }) => ({
      certificateId: certificate_id,
      amountMinor: minorFromJson(amount_minor),
      redemptionId: newId(),
      pinVersion: opening?.get(certificate_id.toLowerCase()) ?? null,
    })),
  };
  return batcher.redeem(operation);
}
