import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import {
  TEST_ACQUIRER_PATHS,
  type TEST_CHANGES,
  TestCardToken,
  type TestMovement,
  TestMovements,
  TestPayment,
} from '../../../../contracts/test-acquirer.ts';
import { minorFromJson, minorToJson } from '../../../../kit/money.ts';
import { CARD_PARTS } from '../../../../kit/sealed-card.ts';
import { isDone, jsonClient, logInBy, NO_PAYMENT } from '../json-client.ts';
import type { Acquirer, Authorisation, ChangeOutcome, ChangeRequest, Movement } from '../port.ts';

type Answer<Body> =
  | { kind: 'answered'; body: Body }
  | { kind: 'refused'; status: number }
  | { kind: 'unknown' };

/** The HTTP client of the sandbox's test acquirer, which accepts test cards and moves no money. */
export function testAcquirer({ name = 'test', url }: { name?: string; url: string }): Acquirer {
  const askJson = jsonClient({ url, headers: {} });

  async function ask<Schema extends TSchema>(
    schema: Schema,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<Answer<Static<Schema>>> {
    const answer = await askJson(method, path, body);
    if (answer === undefined) return { kind: 'unknown' };
    const { status } = answer;
    if (status >= 400 && status < 500) return { kind: 'refused', status };
    return isDone(answer) && Value.Check(schema, answer.body)
      ? { kind: 'answered', body: answer.body as Static<Schema> }
      : { kind: 'unknown' };
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
    { payment_id, request_id, amount_minor, currency }: ChangeRequest,
  ): Promise<ChangeOutcome> {
    const path = `${TEST_ACQUIRER_PATHS.payments}/${payment_id}/${kind}/${request_id}`;
    const answer = await ask(TestPayment, 'PUT', path, { amount_minor: minorToJson(amount_minor), currency });
    if (answer.kind === 'answered') {
      const { approval_number = null } = answer.body;
      return kind === 'captures' ? { kind: 'done', approval_number } : { kind: 'done' };
    }
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
    logIn: async () => logInBy(await askJson('GET', `${TEST_ACQUIRER_PATHS.payments}/${NO_PAYMENT}`)),
    authorise: ({ payment_id, token, amount_minor, currency }) =>
      authorisation('PUT', payment_id, { token, amount_minor: minorToJson(amount_minor), currency }),
    secondStep: (paymentId, code) => authorisation('POST', `${paymentId}/second-step`, { code }),
    lookUp: ({ payment_id }) => authorisation('GET', payment_id),
    capture: (request) => change('captures', request),
    void: (request) => change('voids', request),
    refund: (request) => change('refunds', request),
    async list({ from, until, after }) {
      const query = new URLSearchParams({ from: from.toISOString(), until: until.toISOString() });
      if (after !== null) query.set('after', after);
      const answer = await ask(TestMovements, 'GET', `${TEST_ACQUIRER_PATHS.movements}?${query}`);
      if (answer.kind !== 'answered') return { kind: 'unknown' };
      return { kind: 'page', movements: answer.body.movements.map(movementOf), next: answer.body.next };
    },
  };
}

function movementOf({ reference, kind, payment_id, amount_minor, currency, at }: TestMovement): Movement {
  const amount = minorFromJson(amount_minor);
  return {
    ...{ reference, kind, currency },
    payment: { by: 'id', value: payment_id },
    amount_minor: kind === 'charge' ? amount : -amount,
    fee_minor: 0n,
    at: new Date(at),
  };
}
