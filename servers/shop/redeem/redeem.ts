import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotencyKeyOf, type KeyedAnswer } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { minorFromJson } from '../../../kit/money.ts';
import type { RefusalOf } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { Till } from '../stores/places.ts';
import type { RedeemBatcher } from './redeem-batcher.ts';
import type { REDEEM_REFUSALS, RedeemOperation } from './redeem-statement.ts';

export type Redeem = {
  verification_token: string;
  /** The till's own reference of the sale, for its receipts. */
  sale_reference: string;
  lines: { certificate_id: string; amount_minor: number }[];
};

/**
 * Receipt 9: uses certificates in a store, whole or in part, several in one sale; all lines or none.
 * Many tills are served by one statement at a time (`redeem-batcher.ts` gathers, `redeem-statement.ts` is the SQL).
 */
export async function redeem(
  redemptions: RedeemBatcher,
  request: FastifyRequest,
  till: Till,
  input: Redeem,
): Promise<KeyedAnswer<RefusalOf<typeof REDEEM_REFUSALS>>> {
  const operation: RedeemOperation = {
    scope: `terminal:${till.terminal_id}`,
    key: idempotencyKeyOf(request),
    fingerprint: fingerprintOf(request),
    request,
    till,
    tokenDigest: tokenDigest(input.verification_token),
    saleId: newId(),
    saleReference: input.sale_reference,
    traceId: currentTraceId(),
    lines: input.lines.map(({ certificate_id, amount_minor }) => ({
      certificateId: certificate_id,
      amountMinor: minorFromJson(amount_minor),
      redemptionId: newId(),
    })),
  };
  return redemptions.redeem(operation);
}
