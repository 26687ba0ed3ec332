import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import {
  TEST_ACQUIRER_PATHS,
  type TEST_CHANGES,
  TestCardToken,
  TestPayment,
} from '../../../../contracts/test-acquirer.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { exchange } from '../../../../kit/http/exchange.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { CARD_PARTS } from '../../../../kit/sealed-card.ts';
import type { Acquirer, Authorisation, ChangeOutcome, ChangeRequest } from '../port.ts';

const TIMEOUT_MS = 10 * SECOND_MS;
const ANSWER_BYTES_MAX = 1024 * 1024;

type Answer<Body> =
  | { kind: 'answered'; body: Body }
  | { kind: 'refused'; status: number }
  | { kind: 'unknown' };

/** The HTTP client of the sandbox's test acquirer, which accepts test cards and moves no money. */
export function testAcquirer({ name = 'test', url }: { name?: string; url: string }): Acquirer {
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
    if (status === 'declined') return { kind: status, reason };
    if (status === 'voided') return { kind: 'declined', reason: 'cancelled_by_caller' };
    return { kind: status === 'captured' ? 'authorised' : status };
  }

  async function change(
    kind: (typeof TEST_CHANGES)[number],
    { payment_id, request_id, amount_minor }: ChangeRequest,
  ): Promise<ChangeOutcome> {
    const path = `${TEST_ACQUIRER_PATHS.payments}/${payment_id}/${kind}/${request_id}`;
    const answer = await ask(TestPayment, 'PUT', path, { amount_minor: minorToJson(amount_minor) });
    if (answer.kind === 'answered') return { kind: 'done' };
    if (answer.kind === 'unknown') return answer;
    if (answer.status === 404) return { kind: 'not_found' };
    return answer.status === 409 ? { kind: 'refused', reason: 'wrong_state' } : { kind: 'unknown' };
  }

  return {
    name,
    is_test: true,
    keyed_cards: CARD_PARTS,
    charges_at_capture: false,
    takes: () => true,
    async tokenise(card) {
      const answer = await ask(TestCardToken, 'POST', TEST_ACQUIRER_PATHS.cards, card);
      return answer.kind === 'answered' ? { kind: 'done', card: answer.body } : { kind: answer.kind };
    },
    authorise: ({ payment_id, token, amount_minor, currency }) =>
      authorisation('PUT', payment_id, { token, amount_minor: minorToJson(amount_minor), currency }),
    secondStep: (paymentId, code) => authorisation('POST', `${paymentId}/second-step`, { code }),
    lookUp: ({ payment_id }) => authorisation('GET', payment_id),
    capture: (request) => change('captures', request),
    void: (request) => change('voids', request),
    refund: (request) => change('refunds', request),
  };
}
