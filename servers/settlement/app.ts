import { ORDER_SUMS_PATH } from '../../contracts/order-sums.ts';
import { RECEIVED_CALLS_PATH } from '../../contracts/received-calls.ts';
import { orderSumRoutes } from '../../kit/books/order-sum-routes.ts';
import { businessRoutes } from '../../kit/business/public-routes.ts';
import { receivedCallRoutes } from '../../kit/calls/received-calls.ts';
import { whyDatabaseNotReady } from '../../kit/db/ready.ts';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { acceptForms } from '../../kit/http/forms.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import { closeWhileRestoring } from '../../kit/restore/restore-gate.ts';
import { sealingKeyRoutes } from '../../kit/sealing-keys.ts';
import { answerUnknownPaths, peerSigning } from '../../kit/signing/fastify.ts';
import { partyCardRoute } from '../../kit/signing/party-card-route.ts';
import { staffRoutes } from './console/routes.ts';
import type { SettlementContext } from './context.ts';
import { measureDisputes } from './disputes/list-disputes.ts';
import { disputeRoutes } from './disputes/peer-routes.ts';
import { payeeAccountRoutes } from './payee-accounts/peer-routes.ts';
import { cardPageRoutes } from './payer/card-page-routes.ts';
import { payerPages } from './payer/page-flow.ts';
import { payerRoutes } from './payer/routes.ts';
import { secondStepPageRoutes } from './payer/second-step-page-routes.ts';
import { paymentMethodRoutes } from './payment-methods/peer-routes.ts';
import { paymentRoutes } from './payments/peer-routes.ts';
import { acquirerWebhookRoutes } from './payments/webhook-routes.ts';
import { measurePayouts } from './payouts/measure-payouts.ts';
import { payoutRoutes } from './payouts/peer-routes.ts';
import { measureReconciliation } from './reconciliation/measure.ts';
import { orderSums } from './statements/order-sums.ts';
import { statementRoutes } from './statements/peer-routes.ts';

export async function createSettlementApp(context: SettlementContext): Promise<App> {
  const app = await createApp({
    role: 'settlement',
    title: 'Seonmul: settlement server (300)',
    description: 'Payment methods, payments, payouts and statements.',
    publicUrl: context.publicUrl,
    log: context.log,
    network: context.network,
    whyNotReady: () => whyDatabaseNotReady(context.db),
  });
  closeWhileRestoring(app, context.restoreGate, ['/v1/staff/sessions', RECEIVED_CALLS_PATH]);
  partyCardRoute(app, context, 'settlement');
  measureDisputes(app.metrics, context);
  measurePayouts(app.metrics, context);
  measureReconciliation(app.metrics, context);
  await serveWebFiles(app);
  serveWebApp(app, { name: 'settlement', paths: ['/console', '/console/*'] });
  businessRoutes(app, context, (w) => w.t('card_page.brand'));
  payerRoutes(app, context);
  await app.register(async (scope) => {
    acceptForms(scope, context.publicUrl);
    const pages = payerPages(scope, context);
    cardPageRoutes(scope, context, pages);
    secondStepPageRoutes(scope, context, pages);
  });
  await app.register(async (webhooks) => acquirerWebhookRoutes(webhooks, context));
  await staffRoutes(app, context);
  await app.register(async (peers) => {
    peerSigning(peers, context);
    answerUnknownPaths(peers);
    sealingKeyRoutes(peers, context.sealingKeys, ['management', 'shop']);
    paymentMethodRoutes(peers, context);
    paymentRoutes(peers, context);
    disputeRoutes(peers, context);
    payoutRoutes(peers, context);
    payeeAccountRoutes(peers, context);
    statementRoutes(peers, context);
    orderSumRoutes(peers, { ...context, path: ORDER_SUMS_PATH }, orderSums);
    receivedCallRoutes(peers, { ...context, path: RECEIVED_CALLS_PATH }, ['management']);
  });
  return app;
}
