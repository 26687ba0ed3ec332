import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import {
  TEST_BANK_PATHS,
  TestBankPayment,
  type TestBatch,
  TestBatchTaken,
} from '../../../../contracts/test-bank.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { exchange } from '../../../../kit/http/exchange.ts';
import { minorFromJson, minorToJson } from '../../../../kit/money.ts';
import type { BankAccount } from '../../../../kit/typed/bank-account.ts';
import type { Bank } from '../port.ts';

const TIMEOUT_MS = 10 * SECOND_MS;
const ANSWER_BYTES_MAX = 64 * 1024;

type Answer<Body> =
  | { kind: 'answered'; body: Body }
  | { kind: 'refused'; status: number }
  | { kind: 'unknown' };

/** The HTTP client of the sandbox's test bank, which moves no money. */
export function testBank({ name, url }: { name: string; url: string }): Bank {
  async function ask<Schema extends TSchema>(
    schema: Schema,
    method: 'GET' | 'PUT',
    path: string,
    body?: object,
  ): Promise<Answer<Static<Schema>>> {
    try {
      const sent = {
        ...{ method, url: `${url}${path}` },
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body && Buffer.from(JSON.stringify(body)),
      };
      const response = await exchange(sent, TIMEOUT_MS, ANSWER_BYTES_MAX);
      if (response === undefined) return { kind: 'unknown' };
      const { status } = response;
      if (status >= 400 && status < 500 && status !== 429) return { kind: 'refused', status };
      const answer: unknown = JSON.parse(response.body.toString());
      return status >= 200 && status < 300 && Value.Check(schema, answer)
        ? { kind: 'answered', body: answer as Static<Schema> }
        : { kind: 'unknown' };
    } catch {
      return { kind: 'unknown' };
    }
  }

  return {
    name,
    is_test: true,
    takes: () => true,
    async send({ batch_id, payments }) {
      const body: TestBatch = {
        payments: payments.map(({ account, amount_minor, ...payment }) => ({
          ...payment,
          amount_minor: minorToJson(amount_minor),
          account: written(account),
        })),
      };
      const answer = await ask(TestBatchTaken, 'PUT', `${TEST_BANK_PATHS.batches}/${batch_id}`, body);
      if (answer.kind === 'answered') return { kind: 'done' };
      return answer.kind === 'refused' ? { kind: 'refused', reason: `status_${answer.status}` } : answer;
    },
    async lookUp(payoutId) {
      const answer = await ask(TestBankPayment, 'GET', `${TEST_BANK_PATHS.payments}/${payoutId}`);
      if (answer.kind === 'refused') return { kind: answer.status === 404 ? 'not_found' : 'unknown' };
      if (answer.kind === 'unknown') return answer;
      const { status, amount_minor, currency, reason } = answer.body;
      if (status === 'pending') return { kind: status };
      return {
        kind: status,
        money: { amount_minor: minorFromJson(amount_minor), currency },
        ...(reason === undefined ? {} : { reason }),
      };
    },
  };
}

function written(account: BankAccount): string {
  return account.kind === 'iban' ? account.number : `${account.bank_code}-${account.number}`;
}
