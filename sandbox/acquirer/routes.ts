import { closed, Id, Problem } from '../../contracts/common.ts';
import {
  TEST_ACQUIRER_PATHS,
  TestAuthorisation,
  TestCard,
  TestCardToken,
  TestPayment,
  TestSecondStep,
} from '../../contracts/test-acquirer.ts';
import type { App } from '../../kit/http/app.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import type { TestAcquirer } from './test-acquirer.ts';

const tags = ['test acquirer'];
const params = closed({ payment_id: Id });
const response = { 200: TestPayment, '4xx': Problem };

/** What settlement asks of a card network. */
export function acquirerRoutes(app: App, acquirer: TestAcquirer): void {
  const found = (payment: TestPayment | undefined): TestPayment => {
    if (payment === undefined) throw new ProblemError('payment_not_found');
    return payment;
  };
  const payment = `${TEST_ACQUIRER_PATHS.payments}/:payment_id`;

  app.post(
    TEST_ACQUIRER_PATHS.cards,
    {
      schema: {
        tags,
        summary: 'A card for its token',
        body: TestCard,
        response: { 200: TestCardToken, '4xx': Problem },
      },
    },
    async ({ body }) => acquirer.tokenise(body.card_number),
  );

  app.put(
    payment,
    { schema: { tags, summary: 'Authorise', params, body: TestAuthorisation, response } },
    async (request) => acquirer.authorise(request.params.payment_id, request.body),
  );

  app.get(
    payment,
    { schema: { tags, summary: 'How an authorisation stands', params, response } },
    async (request) => found(acquirer.lookUp(request.params.payment_id)),
  );

  app.post(
    `${payment}/second-step`,
    {
      schema: {
        tags,
        summary: 'What the payer answered in the second step; 123456 is right, and the first answer counts',
        params,
        body: TestSecondStep,
        response,
      },
    },
    async (request) => found(acquirer.secondStep(request.params.payment_id, request.body.code)),
  );
}
