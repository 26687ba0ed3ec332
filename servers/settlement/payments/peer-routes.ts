import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import {
  AUTHORISE_REFUSALS,
  AuthorisePayment,
  CAPTURE_REFUSALS,
  CapturePayment,
  PAYMENT_PATHS,
  PAYOUT_REFUSALS,
  Payment,
  PaymentMethod,
  PaymentMethodSetup,
  Payout,
  READ_PAYMENT_METHOD_REFUSALS,
  READ_PAYMENT_REFUSALS,
  REFUND_REFUSALS,
  RefundPayment,
  RequestPayout,
  SetupPaymentMethod,
  STATEMENT_REFUSALS,
  STATEMENTS_PATH,
  Statement,
  VOID_REFUSALS,
  VoidPayment,
} from '../../../contracts/settlement-payments.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done, refuse } from '../../../kit/result.ts';
import { answerUnknownPaths, peerOf, peerSigning } from '../../../kit/signing/fastify.ts';
import { readStatement } from '../books/statement.ts';
import type { SettlementContext } from '../context.ts';
import { readPaymentMethod, setUpPaymentMethod } from '../payment-methods/payment-methods.ts';
import { payOut } from '../payouts/pay-out.ts';
import { authorise } from './authorise.ts';
import { capture } from './capture.ts';
import { readPayment } from './payments.ts';
import { refund } from './refund.ts';
import { voidPayment } from './void.ts';

const security = [{ signature: [] }];
const OrderParams = closed({ order_id: Id });
/** The answer to a void of an order that is not known yet. */
const CancelledOrder = closed({ order_id: Id, status: Type.Literal('voided') });

/** What management, and shops that take payment themselves, ask of settlement: all signed. */
export async function peerRoutes(app: App, context: SettlementContext): Promise<void> {
  peerSigning(app, context);
  answerUnknownPaths(app);
  const { db, clock } = context;
  const payers = { callers: ['management', 'shop'] };
  const operator = { callers: ['management'] };
  const byOrder = `${PAYMENT_PATHS.payments}/by-order/:order_id`;
  const tags = ['payments'];

  app.post(
    PAYMENT_PATHS.setups,
    {
      config: operator,
      schema: {
        tags: ['payment methods'],
        summary: 'Create a card session, where a customer enters a card',
        security,
        body: SetupPaymentMethod,
        response: { 201: PaymentMethodSetup },
        refusals: withIdempotencyKey([]),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      const { payer_reference, return_url } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, setupId) =>
          setUpPaymentMethod(context, tx, setupId, {
            payerParty: party,
            payerReference: payer_reference,
            returnUrl: return_url,
            evidence,
          }),
        ),
      );
    },
  );

  app.get(
    `${PAYMENT_PATHS.methods}/:payment_method_id`,
    {
      config: operator,
      schema: {
        tags: ['payment methods'],
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
        await readPaymentMethod(db, peerOf(request).party, request.params.payment_method_id),
      ),
  );

  app.post(
    PAYMENT_PATHS.payments,
    {
      config: payers,
      schema: {
        tags,
        summary: 'Authorise a payment (Purchase 4-5)',
        security,
        body: AuthorisePayment,
        response: { 201: Payment },
        refusals: withIdempotencyKey(AUTHORISE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party: payerParty, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${payerParty}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (paymentId) =>
          authorise(context, { paymentId, payerParty, input: request.body, evidence }),
        ),
      );
    },
  );

  app.get(
    byOrder,
    {
      config: payers,
      schema: {
        tags,
        summary: 'Look up a payment by the caller’s order ID',
        security,
        params: OrderParams,
        response: { 200: Payment },
        refusals: READ_PAYMENT_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readPayment(context, peerOf(request).party, request.params.order_id)),
  );

  app.post(
    `${byOrder}/captures`,
    {
      config: payers,
      schema: {
        tags,
        summary: 'Capture a payment, in full or in part (Purchase 12)',
        security,
        params: OrderParams,
        body: CapturePayment,
        response: { 200: Payment },
        refusals: withIdempotencyKey(CAPTURE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      const { order_id } = request.params;
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          capture(context, tx, party, order_id, request.body, evidence),
        ),
      );
    },
  );

  app.post(
    `${byOrder}/voids`,
    {
      config: payers,
      schema: {
        tags,
        summary: 'Void a payment; an authorise that arrives later loses',
        security,
        params: OrderParams,
        body: VoidPayment,
        response: { 200: Type.Union([Payment, CancelledOrder]) },
        refusals: withIdempotencyKey(VOID_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      const { order_id } = request.params;
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => voidPayment(context, tx, party, order_id, evidence)),
      );
    },
  );

  app.post(
    `${byOrder}/refunds`,
    {
      config: payers,
      schema: {
        tags,
        summary: 'Refund a payment, in full or in part',
        security,
        params: OrderParams,
        body: RefundPayment,
        response: { 200: Payment },
        refusals: withIdempotencyKey(REFUND_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      const { order_id } = request.params;
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          refund(context, tx, party, order_id, request.body, evidence),
        ),
      );
    },
  );

  app.post(
    PAYMENT_PATHS.payouts,
    {
      config: operator,
      schema: {
        tags: ['payouts'],
        summary: 'Pay a shop for redemptions in its stores, less commission',
        security,
        body: RequestPayout,
        response: { 201: Payout },
        refusals: withIdempotencyKey(PAYOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => payOut(context, tx, party, request.body, evidence)),
      );
    },
  );

  app.get(
    STATEMENTS_PATH,
    {
      config: payers,
      schema: {
        tags: ['payouts'],
        summary: 'Get the statement of a payee; a shop sees only its own',
        security,
        querystring: closed({
          payee: Type.String({ minLength: 1, maxLength: 64 }),
          from: Timestamp,
          until: Timestamp,
        }),
        response: { 200: Statement },
        refusals: STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const { party, role } = peerOf(request);
      const { payee, from, until } = request.query;
      if (role === 'shop' && payee !== party) return sendResult(request, reply, refuse('forbidden'));
      return sendResult(request, reply, done(await readStatement(db, payee, from, until)));
    },
  );
}
