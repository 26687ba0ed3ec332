import { MADE_CALLS_PATH } from '../../contracts/made-calls.ts';
import { NOTICE_BATCHES_PATH } from '../../contracts/notices.ts';
import { businessRoutes } from '../../kit/business/public-routes.ts';
import { madeCallRoutes } from '../../kit/calls/made-calls.ts';
import { whyDatabaseNotReady } from '../../kit/db/ready.ts';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { permitOrigins } from '../../kit/http/cross-origin.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import { closeWhileRestoring } from '../../kit/restore/restore-gate.ts';
import { sealingKeyRoutes } from '../../kit/sealing-keys.ts';
import { answerUnknownPaths, peerSigning } from '../../kit/signing/fastify.ts';
import { partyCardRoute } from '../../kit/signing/party-card-route.ts';
import { textWebhookRoutes } from '../../kit/texts/webhook-routes.ts';
import { staffRoutes } from './console/routes.ts';
import { phoneCheckRoutes } from './contacts/phone-check-routes.ts';
import type { ManagementContext } from './context.ts';
import { orderGroupRoutes } from './groups/routes.ts';
import { buyerPage } from './members/buyer-page.ts';
import { closingRoutes } from './members/closing/routes.ts';
import { consentRoutes } from './members/consents/routes.ts';
import { noticePageRoutes } from './members/notices/routes.ts';
import { ownRoutes } from './members/own-routes.ts';
import { passkeyRoutes } from './members/passkeys/routes.ts';
import { paymentMethodRoutes } from './members/payment-methods/routes.ts';
import { recoveryRoutes } from './members/recovery/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { sessionRoutes } from './members/session-routes.ts';
import { giftPageRoutes } from './offers/page/routes.ts';
import { receivedRoutes } from './offers/received/routes.ts';
import { offerRoutes } from './offers/routes.ts';
import { orderChangeRoutes } from './orders/changes/routes.ts';
import { correctionRoutes } from './orders/corrections/routes.ts';
import { deliveryDayRoute } from './orders/delivery-day-route.ts';
import { giftRequestRoutes } from './orders/gift-request-routes.ts';
import { peopleRoutes } from './orders/people/routes.ts';
import { receiptRoutes } from './orders/receipt/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { noticeBatchRoutes } from './orders/uses/routes.ts';
import { MADE_THERE } from './peer-calls.ts';
import { shopRoutes } from './shops/routes.ts';
import { noTexts, type Texts } from './text/open-texts.ts';
import { jambonzRoutes } from './voice/jambonz/routes.ts';
import { sandboxVoiceRoutes } from './voice/sandbox/routes.ts';
import { spokenNoticeRoutes } from './voice/spoken-notices/routes.ts';
import { twilioRoutes } from './voice/twilio/routes.ts';

/** Another server that is restored at the same time asks at these; staff log in. */
const OPEN_WHILE_RESTORING = ['/v1/staff/sessions', MADE_CALLS_PATH, `${NOTICE_BATCHES_PATH}?after=`];

export async function createManagementApp(
  context: ManagementContext,
  texts: Texts = noTexts(context),
): Promise<App> {
  const app = await createApp({
    role: 'management',
    title: 'Seonmul: management server (200)',
    description: 'Members, orders, offers and messages to people.',
    publicUrl: context.publicUrl,
    log: context.log,
    network: context.network,
    whyNotReady: () => whyDatabaseNotReady(context.db),
  });
  closeWhileRestoring(app, context.restoreGate, OPEN_WHILE_RESTORING);
  partyCardRoute(app, context, 'management');
  permitOrigins(app, context.settings.terminalOrigins);
  await serveWebFiles(app);
  buyerPage(app, context);
  serveWebApp(app, { name: 'operator', paths: ['/console', '/console/*'] });
  memberRoutes(app, context);
  sessionRoutes(app, context);
  recoveryRoutes(app, context);
  closingRoutes(app, context);
  ownRoutes(app, context);
  consentRoutes(app, context);
  passkeyRoutes(app, context);
  paymentMethodRoutes(app, context);
  shopRoutes(app, context);
  businessRoutes(app, context, (w) => w.t('page.brand'));
  orderRoutes(app, context);
  orderGroupRoutes(app, context);
  correctionRoutes(app, context);
  deliveryDayRoute(app, context);
  peopleRoutes(app, context);
  orderChangeRoutes(app, context);
  receiptRoutes(app, context);
  offerRoutes(app, context);
  receivedRoutes(app, context);
  sandboxVoiceRoutes(app, context);
  jambonzRoutes(app, context);
  await app.register(async (pages) => giftPageRoutes(pages, context));
  await app.register(async (webhooks) => twilioRoutes(webhooks, context));
  await app.register(async (webhooks) => textWebhookRoutes(webhooks, context, texts.providers, texts.books));
  await app.register(async (pages) => noticePageRoutes(pages, context));
  await staffRoutes(app, context);
  await app.register(async (peers) => {
    peerSigning(peers, context);
    answerUnknownPaths(peers);
    noticeBatchRoutes(peers, context);
    giftRequestRoutes(peers, context);
    madeCallRoutes(peers, { ...context, path: MADE_CALLS_PATH }, MADE_THERE);
    spokenNoticeRoutes(peers, context);
    phoneCheckRoutes(peers, context);
    sealingKeyRoutes(peers, context.sealingKeys, ['shop']);
  });
  return app;
}
