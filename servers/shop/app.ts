import { MADE_CALLS_PATH } from '../../contracts/made-calls.ts';
import { NOTICES_AGAIN_PATH } from '../../contracts/notices.ts';
import { ORDER_SUMS_PATH } from '../../contracts/order-sums.ts';
import { RECEIVED_CALLS_PATH } from '../../contracts/received-calls.ts';
import { ENDED_ACCOUNTS_PATH } from '../../contracts/settlement-accounts.ts';
import { orderSumRoutes } from '../../kit/books/order-sum-routes.ts';
import { businessRoutes } from '../../kit/business/public-routes.ts';
import { madeCallRoutes } from '../../kit/calls/made-calls.ts';
import { receivedCallRoutes } from '../../kit/calls/received-calls.ts';
import { whyDatabaseNotReady } from '../../kit/db/ready.ts';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import { tellAgainRoutes } from '../../kit/journal/tell-again.ts';
import { closeWhileRestoring } from '../../kit/restore/restore-gate.ts';
import { answerUnknownPaths, peerSigning } from '../../kit/signing/fastify.ts';
import { partyCardRoute } from '../../kit/signing/party-card-route.ts';
import { textWebhookRoutes } from '../../kit/texts/webhook-routes.ts';
import { orderSums } from './books/order-sums.ts';
import { certificatePeerRoutes } from './certificates/peer-routes.ts';
import { checkoutRoutes } from './checkout/routes.ts';
import type { ShopContext } from './context.ts';
import { certificatePageRoutes } from './holders/page-routes.ts';
import { handOverPeerRoutes } from './holders/peer-routes.ts';
import { holderRoutes } from './holders/routes.ts';
import { memberPeerRoutes } from './members/peer-routes.ts';
import { memberRoutes } from './members/routes.ts';
import { noTexts, type Texts } from './messages/open-texts.ts';
import { endedAccountRoutes } from './office/ended-account-routes.ts';
import { officeRoutes } from './office/routes.ts';
import { openingPeerRoutes } from './opening/peer-routes.ts';
import { openingRoutes } from './opening/routes.ts';
import { paymentPeerRoutes } from './payments/peer-routes.ts';
import { RELAYED } from './payments/relay-payment.ts';
import { storePeerRoutes } from './stores/peer-routes.ts';
import { windowPeerRoutes } from './stores/window-peer-routes.ts';
import { cashRoutes } from './tills/cash-routes.ts';
import { clerkRoutes } from './tills/clerk-routes.ts';
import { requireTerminal } from './tills/guard.ts';
import { holdRoutes } from './tills/hold-routes.ts';
import { terminalPage } from './tills/page.ts';
import { reversalRoutes } from './tills/reversal-routes.ts';
import { terminalRoutes } from './tills/routes.ts';
import { terminalScreenRoutes } from './tills/screen-routes.ts';
import { terminalSessionRoutes } from './tills/session-routes.ts';
import { shiftRoutes } from './tills/shift-routes.ts';

export async function createShopApp(context: ShopContext, texts: Texts = noTexts(context)): Promise<App> {
  const app = await createApp({
    role: 'shop',
    title: `Seonmul: shop server (500) of ${context.settings.brandEn}`,
    description: 'Members, certificates, terminals and redemptions of one brand with its stores.',
    publicUrl: context.publicUrl,
    log: context.log,
    network: context.network,
    whyNotReady: () => whyDatabaseNotReady(context.db),
  });
  closeWhileRestoring(app, context.restoreGate, [
    '/v1/office/sessions',
    MADE_CALLS_PATH,
    RECEIVED_CALLS_PATH,
    ENDED_ACCOUNTS_PATH,
  ]);
  partyCardRoute(app, context, 'shop');
  await serveWebFiles(app);
  serveWebApp(app, { name: 'office', paths: ['/office', '/office/*'] });
  terminalPage(app, context);
  const { brandKo, brandEn } = context.settings;
  businessRoutes(app, context, (w) => (w.locale === 'ko' ? brandKo : brandEn));
  openingRoutes(app, context);
  checkoutRoutes(app, context);
  memberRoutes(app, context);
  terminalSessionRoutes(app, context);
  await app.register(async (webhooks) => textWebhookRoutes(webhooks, context, texts.providers, texts.books));
  await app.register(async (pages) => certificatePageRoutes(pages, context));
  await app.register(async (holders) => holderRoutes(holders, context));
  await app.register(async (tills) => {
    tills.addHook('onRequest', requireTerminal(context));
    terminalRoutes(tills, context);
    terminalScreenRoutes(tills, context);
    reversalRoutes(tills, context);
    shiftRoutes(tills, context);
    holdRoutes(tills, context);
    clerkRoutes(tills, context);
    cashRoutes(tills, context);
  });
  await app.register(async (office) => officeRoutes(office, context));
  await app.register(async (peers) => {
    peerSigning(peers, context);
    answerUnknownPaths(peers);
    memberPeerRoutes(peers, context);
    certificatePeerRoutes(peers, context);
    paymentPeerRoutes(peers, context);
    openingPeerRoutes(peers, context);
    handOverPeerRoutes(peers, context);
    storePeerRoutes(peers, context);
    windowPeerRoutes(peers, context);
    endedAccountRoutes(peers, context);
    orderSumRoutes(peers, { ...context, path: ORDER_SUMS_PATH }, orderSums);
    madeCallRoutes(peers, { ...context, path: MADE_CALLS_PATH }, { settlement: [RELAYED] });
    tellAgainRoutes(peers, { ...context, path: NOTICES_AGAIN_PATH }, ['management']);
    receivedCallRoutes(peers, { ...context, path: RECEIVED_CALLS_PATH }, ['management']);
  });
  return app;
}
