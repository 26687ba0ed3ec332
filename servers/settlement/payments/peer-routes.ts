import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import {
  AUTHORISE_REFUSALS,
  AuthorisePayment,
  CAPTURE_REFUSALS,
  CapturePayment,
  PAYMENTS_PATH,
  Payment,
  READ_PAYMENT_REFUSALS,
  REFUND_REFUSALS,
  RefundPayment,
  VOID_REFUSALS,
  VoidPayment,
} from '../../../contracts/settlement-payments.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import {
  idempotencyKeyOf,
  idempotentProcess,
  idempotentTransaction,
  withIdempotencyKey,
} from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { requestIdOf } from './acquirer-requests.ts';
import { authorise } from './authorise.ts';
import { capture } from './capture.ts';
import { readPayment } from './look-up.ts';
import { refund } from './refund.ts';
import { voidPayment } from './void.ts';

const config = { callers: ['management', 'shop'] };
const tags = ['payments'];
const security = [{ signature: [] }];
const byOrder = `${PAYMENTS_PATH}/by-order/:order_id`;
const OrderParams = closed({ order_id: Id });
/** The answer to a void that arrives before its order is known. */
const CancelledOrder = closed({ order_id: Id, status: Type.Literal('voided') });

/** Payments, for the operator of the programme and for shops that take payments themselves. */
export function paymentRoutes(app: App, context: SettlementContext): void {
  authoriseRoute(app, context);
  lookUpRoute(app, context);
  captureRoute(app, context);
  voidRoute(app, context);
  refundRoute(app, context);
}

function authoriseRoute(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  app.post(
    PAYMENTS_PATH,
    {
      config,
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
}

function lookUpRoute(app: App, context: SettlementContext): void {
  app.get(
    byOrder,
    {
      config,
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
}

/** What a payer wants done at the acquirer, which knows it by an id that follows from the payer's key. */
function changeAsked<Input>(
  request: FastifyRequest & { params: { order_id: string }; body: Input },
  begunAs: string,
) {
  const { party, evidence } = peerOf(request);
  const requestId = requestIdOf(party, idempotencyKeyOf(request));
  const { params, body } = request;
  return { requestId, begunAs, payerParty: party, orderId: params.order_id, input: body, evidence };
}

function captureRoute(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  app.post(
    `${byOrder}/captures`,
    {
      config,
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
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (begunAs) => capture(context, changeAsked(request, begunAs))),
      );
    },
  );
}

function voidRoute(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  app.post(
    `${byOrder}/voids`,
    {
      config,
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
}

function refundRoute(app: App, context: SettlementContext): void {
  const { db, clock } = context;
  app.post(
    `${byOrder}/refunds`,
    {
      config,
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
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (begunAs) => refund(context, changeAsked(request, begunAs))),
      );
    },
  );
}
