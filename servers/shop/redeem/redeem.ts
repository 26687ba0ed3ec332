import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotencyKeyOf, type KeyedAnswer } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { type RefusalOf, refusals } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { ShopContext } from '../context.ts';
import type { RedeemedLine, RedeemOperation } from './redeem-statement.ts';

export type Redeem = {
  verification_token: string;
  /** The till's own reference of the sale, for its receipts. */
  sale_reference: string;
  lines: { certificate_id: string; amount_minor: number }[];
};

export type Sale = {
  sale_id: string;
  sale_reference: string;
  lines: {
    redemption_id: string;
    certificate_id: string;
    amount_minor: number;
    balance_minor: number;
    currency: string;
  }[];
};

export type Till = { terminal_id: string; store_id: string; store_name: string };

/** Of the first line that has one. */
export const REDEEM_REFUSALS = refusals(
  'verification_expired',
  'certificate_not_found', // not one that the verification opened
  'certificate_not_active',
  'insufficient_balance',
);

/**
 * Receipt 9: uses certificates in a store, whole or in part, several in one sale; all lines or none.
 * Many tills are served by one statement at a time (`redeem-batcher.ts` gathers, `redeem-statement.ts` is the SQL).
 */
export async function redeem(
  context: ShopContext,
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
  return context.redemptions.redeem(operation);
}

export function saleOf({ saleId, saleReference }: RedeemOperation, lines: readonly RedeemedLine[]): Sale {
  return {
    sale_id: saleId,
    sale_reference: saleReference,
    lines: lines.map((line) => ({
      redemption_id: line.redemption_id,
      certificate_id: line.certificate_id,
      amount_minor: minorToJson(line.amount_minor),
      balance_minor: minorToJson(line.after_minor ?? 0n),
      currency: line.currency ?? '',
    })),
  };
}
