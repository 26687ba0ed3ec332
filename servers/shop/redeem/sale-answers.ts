import { type Answer, answerOf } from '../../../kit/http/problem.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, refuse } from '../../../kit/result.ts';
import { traceContext } from '../../../kit/trace.ts';
import type { RedeemOperation } from './redeem-operation.ts';
import { REDEEM_REFUSALS, type RedeemedLine, type RedeemRefusal } from './redeem-statement.ts';

export type SaleAnswer = Answer<RedeemRefusal>;

/** A refused sale. Its refusal is written, and its answer kept under its key, before it is given. */
export type RefusedSale = {
  operation: RedeemOperation;
  code: RedeemRefusal;
  certificate_id: string;
  answer: SaleAnswer;
};

export type SaleLine = {
  redemption_id: string;
  certificate_id: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
};

/**
 * The answer to a sale, from what the batch said of its lines. Undefined: not now. `known`: its key was used before.
 * `no_session`: its terminal has no session under its token.
 */
export function answerOfSale(
  operation: RedeemOperation,
  lines: readonly RedeemedLine[],
): SaleAnswer | RefusedSale | 'no_session' | 'known' | undefined {
  const has = (wanted: RedeemedLine['outcome']) => lines.some(({ outcome }) => outcome === wanted);
  const first = lines[0]?.outcome;
  if (first === 'no_session' || first === 'known') return first;
  if (lines.length === 0 || has('locked')) return undefined;
  for (const { outcome, line_no } of lines) {
    const refusal = REDEEM_REFUSALS.find((code) => code === outcome);
    if (refusal !== undefined)
      return refusedSale(operation, refusal, operation.lines[line_no]?.certificate_id ?? '');
  }
  if (has('again')) return undefined;
  return saleAnswer(
    operation,
    lines.map(({ line_no, after_minor, currency }) => {
      const { redemption_id, certificate_id, amount_minor } = lineOf(operation, line_no);
      return {
        redemption_id,
        certificate_id,
        amount_minor: minorToJson(amount_minor),
        balance_minor: minorToJson(after_minor ?? 0n),
        currency: currency ?? '',
      };
    }),
  );
}

export function lineOf({ lines }: RedeemOperation, line_no: number) {
  const line = lines[line_no];
  if (line === undefined) throw new Error(`A sale has no line ${line_no}.`);
  return line;
}

export function saleAnswer(
  { request, saleId, saleReference }: RedeemOperation,
  lines: SaleLine[],
): SaleAnswer {
  return answerOf(request, done({ sale_id: saleId, sale_reference: saleReference, lines }), 201);
}

/** The batch runs in the trace of the request that started it; the problem must name its own request's trace. */
export function refusedSale(
  operation: RedeemOperation,
  code: RedeemRefusal,
  certificate_id: string,
): RefusedSale {
  const { request } = operation;
  const answer = traceContext.with(request.traceContext, () =>
    answerOf(request, refuse(code, { certificate_id }), 201),
  );
  return { operation, code, certificate_id, answer };
}
