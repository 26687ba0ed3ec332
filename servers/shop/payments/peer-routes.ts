import { isCash } from '../../../contracts/cash.ts';
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
import {
  idempotencyKeyOf,
  idempotentProcess,
  idempotentTransaction,
  withIdempotencyKey,
} from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { authoriseCash } from './cash/authorise-cash.ts';
import { isCashOrder } from './cash/cash-payments.ts';
import { readCash } from './cash/read-cash.ts';
import { SETTLE_CASH, voidOvertaken } from './cash/settle-cash.ts';
import { READ_RELAYED_DISPUTES_REFUSALS, readRelayedDisputes } from './relay-disputes.ts';
import { RELAY_REFUSALS, readRelayedPayment, relayPayment } from './relay-payment.ts';

/** Settlement's payment verbs: cash is in the shop's own books, and cards are relayed under the shop's own signature. */
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
      if (isCash(request.body.payment_method_id))
        return sendAnswer(
          reply,
          await idempotentTransaction(idempotency, (tx) =>
            authoriseCash(context, tx, party, request.body, evidence),
          ),
        );
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
    async (request, reply) => {
      const { party } = peerOf(request);
      const { order_id } = request.params;
      const cash = await readCash(db, party, order_id);
      return sendResult(
        request,
        reply,
        cash === undefined ? await readRelayedPayment(context, party, order_id) : done(cash),
      );
    },
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
        const asked = { operator: party, orderId: order_id, evidence };
        if (await isCashOrder(db, order_id))
          return sendAnswer(
            reply,
            await idempotentTransaction(idempotency, (tx) =>
              SETTLE_CASH[verb](context, tx, asked, request.body),
            ),
          );
        const call = {
          party,
          key: idempotencyKeyOf(request),
          path: `${PAYMENTS_PATH}/by-order/${order_id}/${verb}`,
          body: request.body,
          orderId: order_id,
          evidence,
        };
        const answer = await idempotentProcess(idempotency, (callId) =>
          relayPayment(context, callId, call, codes),
        );
        if (verb === 'voids') await voidOvertaken(context, asked);
        return sendAnswer(reply, answer);
      },
    );
  }
}
