import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { type Answer, answerOf, ProblemError } from '../../../kit/http/problem.ts';
import { storedAnswer } from '../../../kit/idempotency.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, refuse } from '../../../kit/result.ts';
import { traceContext } from '../../../kit/trace.ts';
import type { ShopContext } from '../context.ts';
import {
  claimKeys,
  type REDEEM_REFUSALS,
  type RedeemedLine,
  type RedeemOperation,
  redeemBatch,
  storeAnswers,
} from './redeem-statement.ts';
import { tellUse } from './tell-use.ts';

const SALES_IN_BATCH_MAX = 128;
const WAITING_MAX = 5_000;

type SaleAnswer = Answer<RefusalOf<typeof REDEEM_REFUSALS>>;
type Waiting = {
  operation: RedeemOperation;
  resolve(answer: SaleAnswer): void;
  reject(error: unknown): void;
};

/**
 * Collects the sales that arrive while a batch runs into the next batch: under load a batch is large and shares the cost
 * of its transaction; a single sale does not wait. A waiting sale lives in memory only as long as its request; a till
 * that gets no response retries with the same key.
 */
export class RedeemBatcher {
  readonly #context: ShopContext;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(context: ShopContext) {
    this.#context = context;
  }

  redeem(operation: RedeemOperation): Promise<SaleAnswer> {
    if (this.#waiting.length >= WAITING_MAX)
      // Nothing has started, so a retry with the same key is safe.
      throw new ProblemError('service_unavailable', { retry_after_s: 1 });
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operation, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      await this.#settle(batch);
    }
    this.#running = false;
  }

  /** Runs a batch and resolves its sales. If the batch fails, each sale is run alone, so that one can't fail the others. */
  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#execute(batch.map(({ operation }) => operation));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined || answer instanceof Error) reject(answer);
        else resolve(answer);
      }
    } catch (error) {
      const [only] = batch;
      if (only !== undefined && batch.length === 1) only.reject(error);
      else for (const waiting of batch) await this.#settle([waiting]);
    }
  }

  /** As many sales as fit, no two of which share a certificate or a key; the rest stay queued in order. */
  #nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const taken = new Set<string>();
    for (const waiting of this.#waiting) {
      const { operation } = waiting;
      const names = [
        `${operation.scope} ${operation.key}`,
        ...operation.lines.map(({ certificateId }) => certificateId),
      ];
      if (batch.length < SALES_IN_BATCH_MAX && !names.some((name) => taken.has(name))) batch.push(waiting);
      else later.push(waiting);
      for (const name of names) taken.add(name);
    }
    this.#waiting = later;
    return batch;
  }

  #execute(operations: readonly RedeemOperation[]): Promise<(SaleAnswer | Error)[]> {
    const { db, clock } = this.#context;
    return inTransaction(db, async (tx) => {
      const now = clock();
      const claimed = await claimKeys(tx, operations, now);
      const newOperations = [...operations.entries()].filter(([opNo]) => claimed.has(opNo));
      const lines = newOperations.length === 0 ? [] : await redeemBatch(tx, newOperations, now);
      const answers: (SaleAnswer | Error)[] = [];
      const kept: (SaleAnswer & { scope: string; key: string })[] = [];
      for (const [opNo, operation] of operations.entries()) {
        const { scope, key, fingerprint } = operation;
        if (!claimed.has(opNo)) {
          answers.push(await storedAnswer(tx, scope, key, fingerprint));
          continue;
        }
        const saleLines = lines.filter(({ op_no }) => op_no === opNo);
        const answer = saleAnswer(operation, saleLines);
        await tellHolders(this.#context, tx, operation, saleLines);
        answers.push(answer);
        kept.push({ scope, key, ...answer });
      }
      if (kept.length > 0) await storeAnswers(tx, kept, now);
      return answers;
    });
  }
}

/** Tells whoever a certificate was handed over to; a refused sale moved nothing. */
async function tellHolders(
  context: ShopContext,
  tx: Executor,
  { till }: RedeemOperation,
  lines: readonly RedeemedLine[],
): Promise<void> {
  for (const { certificate_id, amount_minor, after_minor, currency, handed_over } of lines) {
    if (handed_over !== true || after_minor === null || currency === null) continue;
    const use = { amount_minor, after_minor, currency, store_name: till.store_name };
    await tellUse(context, tx, certificate_id, 'recipient.certificate_used', use);
  }
}

function saleAnswer(operation: RedeemOperation, lines: readonly RedeemedLine[]): SaleAnswer {
  const refused = lines.find(({ refusal }) => refusal !== null);
  if (refused?.refusal) {
    const { refusal, certificate_id } = refused;
    // The batch runs in the trace of the request that started it; the problem must name its own request's trace.
    return traceContext.with(operation.request.traceContext, () =>
      answerOf(operation.request, refuse(refusal, { certificate_id }), 201),
    );
  }
  return answerOf(operation.request, done(saleOf(operation, lines)), 201);
}

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

function saleOf({ saleId, saleReference }: RedeemOperation, lines: readonly RedeemedLine[]): Sale {
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
