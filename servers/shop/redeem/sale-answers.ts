import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type Answer, answerOf, ProblemError } from '../../../kit/http/problem.ts';
import { keptAnswer } from '../../../kit/idempotency-keys.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, refuse } from '../../../kit/result.ts';
import { traceContext } from '../../../kit/trace.ts';
import type { RedeemOperation } from './redeem-operation.ts';
import { REDEEM_REFUSALS, type RedeemedLine, type RedeemRefusal } from './redeem-statement.ts';

export type SaleAnswer = Answer<RedeemRefusal>;

/** A refused sale, whose answer is to be kept under its key before it is given. */
export type RefusedSale = { operation: RedeemOperation; answer: SaleAnswer };

type SaleLine = {
  redemption_id: string;
  certificate_id: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
};

/** The answer to a sale, from what the batch said of its lines. Undefined: not now. */
export function answerOfSale(
  operation: RedeemOperation,
  lines: readonly RedeemedLine[],
): SaleAnswer | RefusedSale | ProblemError | undefined {
  const [first] = lines;
  if (first === undefined || lines.some(({ outcome }) => outcome === 'again')) return undefined;
  const { kept_fingerprint, kept_status, kept_content_type, kept_body } = first;
  if (kept_fingerprint !== null)
    return keptAnswer(
      {
        fingerprint: kept_fingerprint,
        status: kept_status,
        content_type: kept_content_type,
        body: kept_body,
      },
      [operation.fingerprint],
    );
  if (first.outcome === 'seen') return answerOfFact(operation, lines);
  for (const { outcome, line_no } of lines) {
    const refusal = REDEEM_REFUSALS.find((code) => code === outcome);
    if (refusal !== undefined)
      return refused(operation, refusal, operation.lines[line_no]?.certificate_id ?? '');
  }
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

type Told = Pick<SaleLine, 'amount_minor' | 'balance_minor' | 'certificate_id' | 'currency'>;

/** A retry is answered from what is in the journal: with the same bytes, since these are made of the same members. */
function answerOfFact(
  operation: RedeemOperation,
  lines: readonly RedeemedLine[],
): SaleAnswer | RefusedSale | ProblemError {
  const [first] = lines;
  if (!first?.seen_fingerprint?.equals(operation.fingerprint))
    return new ProblemError('idempotency_key_reused');
  if (first.seen_kind === 'sale_refused') {
    const { code, certificate_id } = JSON.parse(first.seen_body ?? '{}');
    return refused(operation, code, certificate_id);
  }
  return saleAnswer(
    operation,
    lines.map(({ line_no, seen_body }) => {
      const told: Told = JSON.parse(seen_body ?? '{}');
      const { certificate_id, amount_minor, balance_minor, currency } = told;
      const { redemption_id } = lineOf(operation, line_no);
      return { redemption_id, certificate_id, amount_minor, balance_minor, currency };
    }),
  );
}

function lineOf({ lines }: RedeemOperation, line_no: number) {
  const line = lines[line_no];
  if (line === undefined) throw new Error(`A sale has no line ${line_no}.`);
  return line;
}

function saleAnswer({ request, saleId, saleReference }: RedeemOperation, lines: SaleLine[]): SaleAnswer {
  return answerOf(request, done({ sale_id: saleId, sale_reference: saleReference, lines }), 201);
}

/** The batch runs in the trace of the request that started it; the problem must name its own request's trace. */
function refused(operation: RedeemOperation, code: RedeemRefusal, certificate_id: string): RefusedSale {
  const { request } = operation;
  const answer = traceContext.with(request.traceContext, () =>
    answerOf(request, refuse(code, { certificate_id }), 201),
  );
  return { operation, answer };
}

/**
 * Keeps the answers to refused sales under their keys, since texts change with versions. Returns the sales whose answer is
 * the kept one now; the others were kept by another process at the same time.
 */
export async function keepRefusals(
  executor: Executor,
  sales: readonly RefusedSale[],
  now: Date,
): Promise<Set<string>> {
  const kept = await sql<{ resource_id: string }>`
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
      body, answered_at)
    select scope, key, fingerprint, sale_id, ${now}::timestamptz, ${now}::timestamptz, status, content_type, body,
      ${now}::timestamptz
    from unnest(${sales.map(({ operation }) => operation.scope)}::text[], ${sales.map(({ operation }) => operation.key)}::text[],
      ${sales.map(({ operation }) => operation.fingerprint)}::bytea[], ${sales.map(({ operation }) => operation.saleId)}::uuid[],
      ${sales.map(({ answer }) => answer.status)}::int[], ${sales.map(({ answer }) => answer.content_type)}::text[],
      ${sales.map(({ answer }) => answer.body)}::text[])
      as r (scope, key, fingerprint, sale_id, status, content_type, body)
    order by scope, key
    on conflict (scope, key) do nothing returning resource_id`.execute(executor);
  return new Set(kept.rows.map(({ resource_id }) => resource_id));
}
