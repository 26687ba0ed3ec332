import { closed, Id } from '../../contracts/common.ts';
import {
  TEST_ACQUIRER_PATHS,
  TEST_CHANGES,
  TestAuthorisation,
  TestCard,
  TestCardToken,
  TestChange,
  TestMovements,
  TestMovementsQuery,
  TestPayment,
  TestSecondStep,
} from '../../contracts/test-acquirer.ts';
import { sendResult } from '../../kit/http/answer.ts';
import type { App } from '../../kit/http/app.ts';
import { done, refusals, refuse } from '../../kit/result.ts';
import type { TestAcquirer } from './acquirer.ts';

const tags = ['test acquirer'];
const params = closed({ payment_id: Id });
const response = { 200: TestPayment };
const changeParams = closed({ payment_id: Id, request_id: Id });
const CHANGE_REFUSALS = refusals('wrong_state');
const LOOK_UP_REFUSALS = refusals('payment_not_found');

const SUMMARIES = {
  captures: 'Capture, in full or in part; the rest is released',
  voids: 'Void an authorisation',
  refunds: 'Refund, in full or in part',
};

/** The API of a card network, as settlement's test acquirer client uses it. */
export function acquirerRoutes(app: App, acquirer: TestAcquirer): void {
  const resultOf = (payment: TestPayment | undefined) =>
    payment === undefined ? refuse('payment_not_found') : done(payment);
  const payment = `${TEST_ACQUIRER_PATHS.payments}/:payment_id`;

  app.post(
    TEST_ACQUIRER_PATHS.cards,
    {
      schema: {
        tags,
        summary: 'Create a card token',
        body: TestCard,
        response: { 200: TestCardToken },
      },
    },
    async ({ body }) => acquirer.tokenise(body.card_number),
  );

  app.put(
    payment,
    { schema: { tags, summary: 'Authorise a payment', params, body: TestAuthorisation, response } },
    async (request) => acquirer.authorise(request.params.payment_id, request.body),
  );

  app.get(
    payment,
    {
      schema: {
        tags,
        summary: 'Get the state of an authorisation',
        params,
        response,
        refusals: LOOK_UP_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, resultOf(acquirer.lookUp(request.params.payment_id))),
  );

  app.post(
    `${payment}/second-step`,
    {
      schema: {
        tags,
        summary:
          'Submit the payer’s answer in the second step; 123456 is correct, and only the first answer counts',
        params,
        body: TestSecondStep,
        response,
        refusals: LOOK_UP_REFUSALS,
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      return sendResult(request, reply, resultOf(acquirer.secondStep(params.payment_id, body.code)));
    },
  );

  app.get(
    TEST_ACQUIRER_PATHS.movements,
    {
      schema: {
        tags,
        summary: 'List what was captured and refunded in a time, oldest first',
        querystring: TestMovementsQuery,
        response: { 200: TestMovements },
      },
    },
    async ({ query: { from, until, after = '0' } }) => acquirer.movements(from, until, Number(after)),
  );

  for (const kind of TEST_CHANGES) {
    app.put(
      `${payment}/${kind}/:request_id`,
      {
        schema: {
          tags,
          summary: SUMMARIES[kind],
          params: changeParams,
          body: TestChange,
          response,
          refusals: CHANGE_REFUSALS,
        },
      },
      async (request, reply) => {
        const { payment_id, request_id } = request.params;
        const changed = acquirer.change(kind, payment_id, request_id, request.body);
        return sendResult(request, reply, changed === undefined ? refuse('wrong_state') : done(changed));
      },
    );
  }
}
