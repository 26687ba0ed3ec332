import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { TEST_ACQUIRER_PATHS, TestCardToken, TestPayment } from '../../../../contracts/test-acquirer.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { exchange } from '../../../../kit/http/exchange.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { CARD_PARTS } from '../../../../kit/sealed-card.ts';
import type { Acquirer, Authorisation } from '../port.ts';

const TIMEOUT_MS = 10 * SECOND_MS;
const ANSWER_BYTES_MAX = 1024 * 1024;

type Answer<Body> =
  | { kind: 'answered'; body: Body }
  | { kind: 'refused'; status: number }
  | { kind: 'unknown' };

/** The HTTP client of the sandbox's test acquirer, which accepts test cards and moves no money. */
export function testAcquirer(url: string): Acquirer {
  async function ask<Schema extends TSchema>(
    schema: Schema,
    method: 'GET' | 'POST' | 'PUT',
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
      if (status >= 400 && status < 500) return { kind: 'refused', status };
      const answer: unknown = JSON.parse(response.body.toString());
      return status >= 200 && status < 300 && Value.Check(schema, answer)
        ? { kind: 'answered', body: answer as Static<Schema> }
        : { kind: 'unknown' };
    } catch {
      return { kind: 'unknown' };
    }
  }

  async function authorisation(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<Authorisation> {
    const answer = await ask(TestPayment, method, `${TEST_ACQUIRER_PATHS.payments}/${path}`, body);
    if (answer.kind !== 'answered')
      return { kind: answer.kind === 'refused' && answer.status === 404 ? 'not_found' : 'unknown' };
    const { status, decline_reason: reason = 'do_not_honor' } = answer.body;
    return status === 'declined' ? { kind: status, reason } : { kind: status };
  }

  return {
    name: 'test',
    is_test: true,
    keyed_cards: CARD_PARTS,
    async tokenise(card) {
      const answer = await ask(TestCardToken, 'POST', TEST_ACQUIRER_PATHS.cards, card);
      return answer.kind === 'answered' ? { kind: 'done', card: answer.body } : { kind: answer.kind };
    },
    authorise: ({ payment_id, token, amount_minor, currency }) =>
      authorisation('PUT', payment_id, { token, amount_minor: minorToJson(amount_minor), currency }),
    secondStep: (paymentId, code) => authorisation('POST', `${paymentId}/second-step`, { code }),
    lookUp: (paymentId) => authorisation('GET', paymentId),
  };
}
