import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotencyKeyOf } from '../../../kit/idempotency.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import { readOpening } from '../certificates/opening-token.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

export type Redeem = {
  verification_token: string;
  /** The till's own reference for the sale, printed on its receipt. */
  sale_reference: string;
  lines: { certificate_id: string; amount_minor: number }[];
};

/** One sale of a batch. */
export type RedeemOperation = {
  scope: string;
  key: string;
  fingerprint: Buffer;
  request: FastifyRequest;
  /** Where it is sold, and by which clerk, if one is signed in. */
  till: Till & { clerk_id: string | null };
  /** Whether its token is that of a verification at this terminal, which opened those lines that have a PIN's version. */
  isOpen: boolean;
  saleId: string;
  saleReference: string;
  traceId: string;
  lines: RedeemLine[];
};

export type RedeemLine = {
  redemption_id: string;
  certificate_id: string;
  amount_minor: bigint;
  pin_version: number | null;
  /** Whether someone other than the recipient holds it: the shop tells them, management the recipient. */
  handed_over: boolean;
};

/** The ids of a sale are made of its key, so that a retry has the same, and finds what became of them. */
export async function redeemOperation(
  context: ShopContext,
  request: FastifyRequest,
  till: RedeemOperation['till'],
  { verification_token, sale_reference, lines }: Redeem,
): Promise<RedeemOperation> {
  const scope = `terminal:${till.terminal_id}`;
  const key = idempotencyKeyOf(request);
  const [fingerprint] = fingerprintOf(request);
  const saleId = derivedId(scope, key);
  const opening = await readOpening(context, context.db, verification_token, till.terminal_id);
  return {
    ...{ scope, key, fingerprint, request, till, saleId },
    isOpen: opening !== undefined,
    saleReference: sale_reference,
    traceId: currentTraceId(),
    lines: lines.map(({ certificate_id: typed, amount_minor }, line_no) => {
      const certificate_id = typed.toLowerCase();
      const opened = opening?.get(certificate_id);
      return {
        redemption_id: derivedId(saleId, `${line_no}`),
        certificate_id,
        amount_minor: minorFromJson(amount_minor),
        pin_version: opened?.pin_version ?? null,
        handed_over: opened?.handed_over ?? false,
      };
    }),
  };
}
