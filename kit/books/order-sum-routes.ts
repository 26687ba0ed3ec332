import { ORDER_SUMS_PATH, type OrderSum, OrderSums, ReadOrderSums } from '../../contracts/order-sums.ts';
import { DAY_MS } from '../clock.ts';
import type { Db, Executor } from '../db/transaction.ts';
import { sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { ProblemError } from '../http/problem.ts';
import { done } from '../result.ts';
import { peerOf } from '../signing/fastify.ts';
import type { Span } from './order-sums.ts';

/** What this server's books say of the caller's orders, for the caller to compare with its own. */
export function orderSumRoutes(
  app: App,
  { db }: { db: Db },
  sums: (executor: Executor, caller: string, span: Span) => Promise<OrderSum[]>,
): void {
  app.get(
    ORDER_SUMS_PATH,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['books'],
        summary: 'Sum up the caller’s orders of a time, of at most a day, by the hour',
        security: [{ signature: [] }],
        querystring: ReadOrderSums,
        response: { 200: OrderSums },
      },
    },
    async (request, reply) => {
      const span = { from: new Date(request.query.from), until: new Date(request.query.until) };
      if (+span.until - +span.from > DAY_MS) throw new ProblemError('validation_failed');
      return sendResult(request, reply, done({ sums: await sums(db, peerOf(request).party, span) }));
    },
  );
}
