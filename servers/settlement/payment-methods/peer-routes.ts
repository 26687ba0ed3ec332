import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import {
  ADD_KEYED_CARD_REFUSALS,
  AddKeyedCard,
  KeyedCards,
  PAYMENT_METHOD_PATHS,
  PaymentMethod,
  PaymentMethodSetup,
  PaymentMethodUses,
  READ_PAYMENT_METHOD_REFUSALS,
  SET_UP_REFUSALS,
  SetupPaymentMethod,
} from '../../../contracts/settlement-payment-methods.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { addKeyedCard, keyedCards } from './add-keyed-card.ts';
import { readPaymentMethod } from './read.ts';
import { setUpPaymentMethod } from './set-up.ts';
import { readUses } from './uses.ts';

const config = { callers: ['management'] };
const tags = ['payment methods'];
const security = [{ signature: [] }];
const MethodId = 'pm_[A-Za-z0-9_]{4,60}';

/** Setting up and reading payment methods, for the operator of the programme. */
export function paymentMethodRoutes(app: App, context: SettlementContext): void {
  const { db, clock } = context;

  app.post(
    PAYMENT_METHOD_PATHS.setups,
    {
      config,
      schema: {
        tags,
        summary:
          'Create a card session, where a customer enters a card; another each time, and its address is stored nowhere',
        security,
        body: SetupPaymentMethod,
        response: { 201: PaymentMethodSetup },
        refusals: SET_UP_REFUSALS,
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const { payer_reference, return_url, shared_device, payee, currency } = request.body;
      const made = await setUpPaymentMethod(context, {
        payerParty: party,
        payerReference: payer_reference,
        returnUrl: return_url,
        sharedDevice: shared_device,
        use: { payee, currency },
        evidence,
      });
      return sendResult(request, reply, made, 201);
    },
  );

  app.get(
    `${PAYMENT_METHOD_PATHS.methods}/:payment_method_id`,
    {
      config,
      schema: {
        tags,
        summary: 'Get a payment method by its token',
        security,
        params: closed({ payment_method_id: Type.String({ maxLength: 64 }) }),
        response: { 200: PaymentMethod },
        refusals: READ_PAYMENT_METHOD_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readPaymentMethod(context, peerOf(request).party, request.params.payment_method_id),
      ),
  );

  app.get(
    PAYMENT_METHOD_PATHS.methods,
    {
      config,
      schema: {
        tags,
        summary: 'Say where payment methods can be used',
        security,
        querystring: closed({
          ids: Type.String({ pattern: `^${MethodId}(,${MethodId}){0,19}$` }),
          currencies: Type.String({ pattern: '^[A-Z]{3}(,[A-Z]{3}){0,19}$' }),
        }),
        response: { 200: PaymentMethodUses },
      },
    },
    async (request, reply) => {
      const { ids, currencies } = request.query;
      const asked = { ids: ids.split(','), currencies: currencies.split(',') };
      return sendResult(request, reply, done(await readUses(context, peerOf(request).party, asked)));
    },
  );

  app.get(
    PAYMENT_METHOD_PATHS.keyedCards,
    {
      config,
      schema: {
        tags,
        summary: 'Say whether cards keyed in on a phone are taken, and which parts are needed',
        security,
        response: { 200: KeyedCards },
      },
    },
    async (request, reply) => sendResult(request, reply, done(keyedCards(context))),
  );

  app.post(
    PAYMENT_METHOD_PATHS.keyedCards,
    {
      config,
      schema: {
        tags,
        summary: 'Add a card that the payer keyed in on a phone, each part sealed for this server',
        security,
        body: AddKeyedCard,
        response: { 201: PaymentMethod },
        refusals: withIdempotencyKey(ADD_KEYED_CARD_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () =>
          addKeyedCard(context, { payerParty: party, input: request.body, evidence }),
        ),
      );
    },
  );
}
