import { closed, Id } from '../../../contracts/common.ts';
import {
  ACCEPT_CERTIFICATE_REFUSALS,
  AcceptCertificate,
  CANCEL_CERTIFICATE_REFUSALS,
  CancelCertificate,
  CertificateState,
  CHARGE_BACK_REFUSALS,
  ChargeBack,
  ChargedBack,
  CORRECT_RECIPIENT_REFUSALS,
  CorrectRecipient,
  FREEZE_CERTIFICATE_REFUSALS,
  FreezeCertificate,
  READ_CERTIFICATE_REFUSALS,
  REGISTER_CERTIFICATE_REFUSALS,
  RegisterCertificate,
  SHOP_PATHS,
  UNFREEZE_CERTIFICATE_REFUSALS,
  UnfreezeCertificate,
} from '../../../contracts/shop-certificates.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { instantOf } from '../../../kit/http/instant.ts';
import { idempotentStatement, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { sealingKeyRoutes } from '../../../kit/sealing-keys.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { acceptCertificate } from './accept-certificate.ts';
import { cancelCertificate } from './cancel-certificate.ts';
import { readCertificate } from './certificates.ts';
import { chargeBack } from './charge-back.ts';
import { correctRecipient } from './correct-recipient.ts';
import { freezeCertificate } from './freeze-certificate.ts';
import { registerCertificate } from './register-certificate.ts';
import { unfreezeCertificate } from './unfreeze-certificate.ts';

const about = { tags: ['management'], security: [{ signature: [] }] };
const config = { callers: ['management'] };
const params = closed({ certificate_id: Id });

/** Management registers certificates, has them accepted, corrects, cancels and freezes them. */
export function certificatePeerRoutes(app: App, context: ShopContext): void {
  registrationRoutes(app, context);
  acceptanceRoutes(app, context);
  correctionRoutes(app, context);
  disputeRoutes(app, context);
}

function registrationRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    SHOP_PATHS.certificates,
    {
      config,
      schema: {
        ...about,
        summary: 'Register a certificate (Purchase 13)',
        body: RegisterCertificate,
        response: { 201: CertificateState },
        refusals: withIdempotencyKey(REGISTER_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 201 };
      // The schema admits what no calendar has.
      instantOf(request.body.expires_at, '/expires_at');
      return sendAnswer(
        reply,
        await idempotentStatement(idempotency, (keeping) =>
          registerCertificate(context, db, party, request.body, { evidence, keeping }),
        ),
      );
    },
  );

  app.get(
    `${SHOP_PATHS.certificates}/:certificate_id`,
    {
      config,
      schema: {
        ...about,
        summary: 'Get the state and balance of a certificate',
        params,
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
}

function acceptanceRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  sealingKeyRoutes(app, context.sealingKeys, config.callers);
  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/acceptance`,
    {
      config,
      schema: {
        ...about,
        summary: 'Accept a certificate with phone number and PIN, sealed for this server (Receipt 3)',
        params,
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
        await idempotentStatement(idempotency, (keeping) =>
          acceptCertificate(context, db, { operator: party, certificateId: certificate_id }, request.body, {
            evidence,
            keeping,
          }),
        ),
      );
    },
  );
}

function correctionRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/recipient`,
    {
      config,
      schema: {
        ...about,
        summary: 'Change the recipient before acceptance',
        params,
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
        ...about,
        summary: 'Cancel a certificate before acceptance, or unused after it',
        params,
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
}

/** What becomes of a certificate whose payment is disputed. */
function disputeRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/freeze`,
    {
      config,
      schema: {
        ...about,
        summary: 'Freeze what is left of a certificate while its payment is disputed',
        params,
        body: FreezeCertificate,
        response: { 200: CertificateState },
        refusals: withIdempotencyKey(FREEZE_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party: operator, evidence } = peerOf(request);
      const certificateId = request.params.certificate_id;
      const idempotency = { db, clock, request, scope: `peer:${operator}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, freezeId) =>
          freezeCertificate(context, tx, { operator, certificateId, freezeId }, request.body, evidence),
        ),
      );
    },
  );

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/unfreezing`,
    {
      config,
      schema: {
        ...about,
        summary: 'Unfreeze a certificate after a dispute that was won',
        params,
        body: UnfreezeCertificate,
        response: { 200: CertificateState },
        refusals: withIdempotencyKey(UNFREEZE_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party: operator, evidence } = peerOf(request);
      const certificateId = request.params.certificate_id;
      const idempotency = { db, clock, request, scope: `peer:${operator}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, factId) =>
          unfreezeCertificate(context, tx, { operator, certificateId, factId }, evidence),
        ),
      );
    },
  );

  app.post(
    `${SHOP_PATHS.certificates}/:certificate_id/charge-back`,
    {
      config,
      schema: {
        ...about,
        summary: 'Cancel what is left of a certificate after a dispute that was lost',
        params,
        body: ChargeBack,
        response: { 200: ChargedBack },
        refusals: withIdempotencyKey(CHARGE_BACK_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party: operator, evidence } = peerOf(request);
      const certificateId = request.params.certificate_id;
      const idempotency = { db, clock, request, scope: `peer:${operator}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, factId) =>
          chargeBack(context, tx, { operator, certificateId, factId }, request.body, evidence),
        ),
      );
    },
  );
}
