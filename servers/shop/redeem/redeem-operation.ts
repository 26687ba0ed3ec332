import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotencyKeyOf } from '../../../kit/idempotency.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { Opening } from '../certificates/opening-token.ts';

export type Redeem = {
  verification_token: string;
  /** The till's own reference for the sale, printed on its receipt. */
  sale_reference: string;
  lines: { certificate_id: string; amount_minor: number }[];
};

/** A terminal, and the digest of the token of its session, which the sale's own statement looks up. */
export type Seller = { terminal_id: string; session: Buffer };

/** One sale of a batch. */
export type RedeemOperation = Seller & {
  scope: string;
  key: string;
  fingerprint: Buffer;
  request: FastifyRequest;
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
export function redeemOperation(
  request: FastifyRequest,
  { terminal_id, session }: Seller,
  opening: Opening | undefined,
  { sale_reference, lines }: Redeem,
): RedeemOperation {
  const scope = `terminal:${terminal_id}`;
  const key = idempotencyKeyOf(request);
  const [fingerprint] = fingerprintOf(request);
  const saleId = derivedId(scope, key);
  return {
    ...{ scope, key, fingerprint, request, terminal_id, session, saleId },
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
