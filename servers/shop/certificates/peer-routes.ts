import { closed, Id } from '../../../contracts/common.ts';
import {
  AUTHORISE_REFUSALS,
  AuthorisePayment,
  CAPTURE_REFUSALS,
  CapturePayment,
  PAYMENT_PATHS,
  Payment,
  REFUND_REFUSALS,
  RefundPayment,
  VOID_REFUSALS,
  VoidPayment,
} from '../../../contracts/settlement-payments.ts';
import {
  ACCEPT_CERTIFICATE_REFUSALS,
  AcceptCertificate,
  CANCEL_CERTIFICATE_REFUSALS,
  CancelCertificate,
  CertificateState,
  CORRECT_RECIPIENT_REFUSALS,
  CorrectRecipient,
  LookUpMember,
  MemberLookup,
  READ_CERTIFICATE_REFUSALS,
  REGISTER_CERTIFICATE_REFUSALS,
  RegisterCertificate,
  SealingKeys,
  SHOP_PATHS,
} from '../../../contracts/shop-certificates.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { answerUnknownPaths, peerOf, peerSigning } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { instantOf } from '../http/shapes.ts';
import { lookUpMember } from '../members/look-up-member.ts';
import { holderRoutes } from '../opening/peer-routes.ts';
import { RELAY_REFUSALS, readRelayedPayment, relayPayment } from '../payments/relay-payment.ts';
import { acceptCertificate } from './accept-certificate.ts';
import { cancelCertificate } from './cancel-certificate.ts';
import { readCertificate } from './certificates.ts';
import { correctRecipient } from './correct-recipient.ts';
import { registerCertificate } from './register-certificate.ts';

const security = [{ signature: [] }];
const config = { callers: ['management'] };
const CertificateParams = closed({ certificate_id: Id });
const OrderParams = closed({ order_id: Id });

/** What management asks of the shop: all signed. */
export async function peerRoutes(app: App, context: ShopContext): Promise<void> {
  peerSigning(app, context);
  answerUnknownPaths(app);
  const { db, clock } = context;
  const tags = ['management'];

  app.post(
    SHOP_PATHS.memberLookups,
    {
      config,
      schema: {
        tags,
        summary: 'Look up a member’s name by phone number (Purchase 8-9)',
        security,
        body: LookUpMember,
        response: { 200: MemberLookup },
        refusals: withIdempotencyKey([]),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          lookUpMember(context, tx, party, request.body, evidence),
        ),
      );
    },
  );

  app.post(
    SHOP_PATHS.certificates,
    {
      config,
      schema: {
        tags,
        summary: 'Register a certificate (Purchase 13)',
        security,
        body: RegisterCertificate,
        response: { 201: CertificateState },
        refusals: withIdempotencyKey(REGISTER_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      const expiresAt = instantOf(request.body.expires_at, '/expires_at');
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          registerCertificate(context, tx, party, request.body, expiresAt, evidence),
        ),
      );
    },
  );

  app.get(
    `${SHOP_PATHS.certificates}/:certificate_id`,
    {
      config,
      schema: {
        tags,
        summary: 'Get the state and balance of a certificate',
        security,
        params: CertificateParams,
        response: { 200: CertificateState },
        refusals: READ_CERTIFICATE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readCertificate(db, peerOf(request).party, request.params.certificate_id),
      ),
  );

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/acceptance`,
    {
      config,
      schema: {
        tags,
        summary: 'Accept a certificate with phone number and PIN, sealed for this server (Receipt 3)',
        security,
        params: CertificateParams,
        body: AcceptCertificate,
        response: { 200: CertificateState },
        refusals: withIdempotencyKey(ACCEPT_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const { certificate_id } = request.params;
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          acceptCertificate(context, tx, party, certificate_id, request.body, evidence),
        ),
      );
    },
  );

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/recipient`,
    {
      config,
      schema: {
        tags,
        summary: 'Change the recipient before acceptance',
        security,
        params: CertificateParams,
        body: CorrectRecipient,
        response: { 200: CertificateState },
        refusals: withIdempotencyKey(CORRECT_RECIPIENT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const { certificate_id } = request.params;
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, correctionId) =>
          correctRecipient(
            context,
            tx,
            party,
            { correctionId, certificateId: certificate_id },
            request.body,
            evidence,
          ),
        ),
      );
    },
  );

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/cancellation`,
    {
      config,
      schema: {
        tags,
        summary: 'Cancel a certificate before acceptance, or unused after it',
        security,
        params: CertificateParams,
        body: CancelCertificate,
        response: { 200: CertificateState },
        refusals: withIdempotencyKey(CANCEL_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const { certificate_id } = request.params;
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          cancelCertificate(context, tx, party, certificate_id, request.body, evidence),
        ),
      );
    },
  );

  app.get(
    SHOP_PATHS.sealingKeys,
    {
      config,
      schema: {
        tags,
        summary: 'List the public keys that seal PINs, newest first',
        security,
        response: { 200: SealingKeys },
      },
    },
    async (request, reply) => {
      const keys = [...context.sealingKeys.values()].map(({ d: _private, ...publicKey }) => publicKey);
      return sendResult(request, reply, done({ keys }));
    },
  );
  paymentRelay(app, context);
  holderRoutes(app, context);
}

/** The same payment verbs as at settlement, passed on under the shop's own signature. */
function paymentRelay(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const tags = ['payment through the shop'];

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
        path: PAYMENT_PATHS.payments,
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
        params: OrderParams,
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
          params: OrderParams,
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
          path: `${PAYMENT_PATHS.payments}/by-order/${order_id}/${verb}`,
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
