import { closed, Id } from '../../../contracts/common.ts';
import { DISPUTES_PATH, Disputes, ReadDisputes } from '../../../contracts/settlement-disputes.ts';
import {
  AUTHORISE_REFUSALS,
  AuthorisePayment,
  CAPTURE_REFUSALS,
  CapturePayment,
  PAYMENTS_PATH,
  Payment,
  REFUND_REFUSALS,
  RefundPayment,
  VOID_REFUSALS,
  VoidPayment,
} from '../../../contracts/settlement-payments.ts';
import { SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotencyKeyOf, idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { READ_RELAYED_DISPUTES_REFUSALS, readRelayedDisputes } from './relay-disputes.ts';
import { RELAY_REFUSALS, readRelayedPayment, relayPayment } from './relay-payment.ts';

/** Settlement's payment verbs, relayed under the shop's own signature. */
export function paymentPeerRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const tags = ['payment through the shop'];
  const security = [{ signature: [] }];
  const config = { callers: ['management'] };
  const params = closed({ order_id: Id });

  app.post(
    SHOP_PATHS.payments,
    {
      config,
      schema: {
        tags,
        summary: 'Authorise a payment through the shop (Purchase 4-5)',
        security,
        body: AuthorisePayment,
        response: { 201: Payment },
        refusals: withIdempotencyKey([...RELAY_REFUSALS, ...AUTHORISE_REFUSALS]),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      const call = {
        party,
        key: idempotencyKeyOf(request),
        path: PAYMENTS_PATH,
        body: request.body,
        orderId: request.body.order_id,
        evidence,
      };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (callId) =>
          relayPayment(context, callId, call, AUTHORISE_REFUSALS),
        ),
      );
    },
  );

  app.get(
    `${SHOP_PATHS.payments}/by-order/:order_id`,
    {
      config,
      schema: {
        tags,
        summary: 'Look up a payment through the shop',
        security,
        params,
        response: { 200: Payment },
        refusals: RELAY_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readRelayedPayment(context, peerOf(request).party, request.params.order_id),
      ),
  );

  app.get(
    DISPUTES_PATH,
    {
      config,
      schema: {
        tags,
        summary: 'List the disputes about payments that were taken through the shop',
        security,
        querystring: ReadDisputes,
        response: { 200: Disputes },
        refusals: READ_RELAYED_DISPUTES_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readRelayedDisputes(context, peerOf(request).party, request.query.after),
      ),
  );

  const verbs = [
    ['captures', CapturePayment, CAPTURE_REFUSALS, 'Capture'],
    ['voids', VoidPayment, VOID_REFUSALS, 'Void'],
    ['refunds', RefundPayment, REFUND_REFUSALS, 'Refund'],
  ] as const;
  for (const [verb, body, codes, word] of verbs) {
    app.post(
      `${SHOP_PATHS.payments}/by-order/:order_id/${verb}`,
      {
        config,
        schema: {
          tags,
          summary: `${word} a payment through the shop`,
          security,
          params,
          body,
          response: { 200: Payment },
          refusals: withIdempotencyKey([...RELAY_REFUSALS, ...codes]),
        },
      },
      async (request, reply) => {
        const { party, evidence } = peerOf(request);
        const { order_id } = request.params;
        const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
        const call = {
          party,
          key: idempotencyKeyOf(request),
          path: `${PAYMENTS_PATH}/by-order/${order_id}/${verb}`,
          body: request.body,
          orderId: order_id,
          evidence,
        };
        return sendAnswer(
          reply,
          await idempotentProcess(idempotency, (callId) => relayPayment(context, callId, call, codes)),
        );
      },
    );
  }
}
