import { ONCE_CONFIRMED } from '../../../kit/db/once-confirmed.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import { keptAnswer } from '../../../kit/idempotency-keys.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { RedeemOperation } from './redeem-operation.ts';
import {
  lineOf,
  type RefusedSale,
  refusedSale,
  type SaleAnswer,
  type SaleLine,
  saleAnswer,
} from './sale-answers.ts';

type KnownLine = {
  op_no: number;
  line_no: number;
  /** The fact that is there: a line of a sale, or its refusal. */
  kind: string | null;
  /** The fact went with its month. */
  is_dropped: boolean;
  fingerprint: Buffer | null;
  body: string | null;
  /** The answer kept under the key: of a refused sale, of something else, or of a process of the version before. */
  kept_fingerprint: Buffer | null;
  kept_status: number | null;
  kept_content_type: string | null;
  kept_body: string | null;
  is_confirmed: boolean;
};

/** What becomes of sales whose keys were used before, in their order. Undefined: not now. */
export async function answersOfKnown(
  executor: Executor,
  operations: readonly RedeemOperation[],
): Promise<(SaleAnswer | RefusedSale | ProblemError | undefined)[]> {
  if (operations.length === 0) return [];
  const known = Map.groupBy(await readKnown(executor, operations), ({ op_no }) => op_no);
  return operations.map((operation, op_no) => answerOfKnown(operation, known.get(op_no) ?? []));
}

async function readKnown(executor: Executor, operations: readonly RedeemOperation[]): Promise<KnownLine[]> {
  const lines = operations.flatMap(({ scope, key, lines: own }, op_no) =>
    own.map(({ redemption_id }, line_no) => ({ op_no, line_no, redemption_id, scope, key })),
  );
  const found = await sql<KnownLine>`
    select l.op_no, l.line_no, j.kind, i.seq is not null and j.seq is null as is_dropped, j.fingerprint, j.body, k.fingerprint as kept_fingerprint, k.status as kept_status,
      k.content_type as kept_content_type, k.body as kept_body, ${ONCE_CONFIRMED} as is_confirmed
    from unnest(${lines.map(({ op_no }) => op_no)}::int[], ${lines.map(({ line_no }) => line_no)}::int[],
        ${lines.map(({ redemption_id }) => redemption_id)}::uuid[], ${lines.map(({ scope }) => scope)}::text[],
        ${lines.map(({ key }) => key)}::text[]) as l (op_no, line_no, fact_id, scope, key)
      left join journal_ids i using (fact_id) left join journal j on j.at = i.at and j.seq = i.seq
      left join idempotency_keys k using (scope, key)
    where l.op_no is not null and l.line_no is not null
    order by l.op_no, l.line_no`.execute(executor);
  return found.rows;
}

function answerOfKnown(
  operation: RedeemOperation,
  lines: readonly KnownLine[],
): SaleAnswer | RefusedSale | ProblemError | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
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
  // Its key stays used, though nobody knows any more for what.
  if (lines.some(({ is_dropped }) => is_dropped)) return new ProblemError('idempotency_key_reused');
  return first.kind === null ? undefined : answerOfFact(operation, first, lines);
}

/** Of a use that was restored from what management held, nobody knows the request: what it used has to be the same. */
function isSameSale(operation: RedeemOperation, lines: readonly KnownLine[]): boolean {
  return lines.every(({ line_no, kind, body }) => {
    const told: Partial<Told> = JSON.parse(body ?? '{}');
    const { certificate_id, amount_minor } = lineOf(operation, line_no);
    return (
      kind === 'certificate_redeemed' &&
      told.certificate_id === certificate_id &&
      told.amount_minor === minorToJson(amount_minor)
    );
  });
}

type Told = Pick<SaleLine, 'amount_minor' | 'balance_minor' | 'certificate_id' | 'currency'>;

/** A retry is answered from what is in the journal: with the same bytes, since these are made of the same members. */
function answerOfFact(
  operation: RedeemOperation,
  first: KnownLine,
  lines: readonly KnownLine[],
): SaleAnswer | RefusedSale | ProblemError {
  const isSame =
    first.fingerprint === null
      ? isSameSale(operation, lines)
      : first.fingerprint.equals(operation.fingerprint);
  if (!isSame) return new ProblemError('idempotency_key_reused');
  if (first.kind === 'sale_refused') {
    const { code, certificate_id } = JSON.parse(first.body ?? '{}');
    return refusedSale(operation, code, certificate_id);
  }
  return saleAnswer(
    operation,
    lines.map(({ line_no, body }) => {
      const told: Told = JSON.parse(body ?? '{}');
      const { certificate_id, amount_minor, balance_minor, currency } = told;
      const { redemption_id } = lineOf(operation, line_no);
      return { redemption_id, certificate_id, amount_minor, balance_minor, currency };
    }),
  );
}
