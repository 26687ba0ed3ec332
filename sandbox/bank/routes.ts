import { closed, Id } from '../../contracts/common.ts';
import { TEST_BANK_PATHS, TestBankPayment, TestBatch, TestBatchTaken } from '../../contracts/test-bank.ts';
import { sendResult } from '../../kit/http/answer.ts';
import type { App } from '../../kit/http/app.ts';
import { done, refusals, refuse } from '../../kit/result.ts';
import type { TestBank } from './bank.ts';

const tags = ['test bank'];
const LOOK_UP_REFUSALS = refusals('payout_not_found');

/** The API of a bank, as settlement's test bank client uses it. */
export function bankRoutes(app: App, bank: TestBank): void {
  app.put(
    `${TEST_BANK_PATHS.batches}/:batch_id`,
    {
      schema: {
        tags,
        summary: 'Send payments; one that the bank has is not made again',
        params: closed({ batch_id: Id }),
        body: TestBatch,
        response: { 200: TestBatchTaken },
      },
    },
    async (request) => ({ payments: bank.take(request.body) }),
  );

  app.get(
    `${TEST_BANK_PATHS.payments}/:payout_id`,
    {
      schema: {
        tags,
        summary: 'Get what became of a payment',
        params: closed({ payout_id: Id }),
        response: { 200: TestBankPayment },
        refusals: LOOK_UP_REFUSALS,
      },
    },
    async (request, reply) => {
      const payment = bank.lookUp(request.params.payout_id);
      return sendResult(request, reply, payment === undefined ? refuse('payout_not_found') : done(payment));
    },
  );
}
