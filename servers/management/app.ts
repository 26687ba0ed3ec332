import { sql } from 'kysely';
import { type App, createApp } from '../../kit/http/app.ts';
import { permitOrigins } from '../../kit/http/cross-origin.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import type { ManagementContext } from './context.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { giftPageRoutes } from './routes/gift-page.ts';
import { meRoutes } from './routes/me.ts';
import { memberRoutes } from './routes/members.ts';
import { noticePageRoutes } from './routes/notice-page.ts';
import { offerRoutes } from './routes/offers.ts';
import { orderChangeRoutes } from './routes/order-changes.ts';
import { orderGroupRoutes } from './routes/order-groups.ts';
import { orderRoutes } from './routes/orders.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { paymentMethodRoutes } from './routes/payment-methods.ts';
import { peerRoutes } from './routes/peer.ts';
import { receiptRoutes } from './routes/receipt.ts';
import { staffRoutes } from './routes/staff.ts';
import { jambonzRoutes } from './routes/voice-jambonz.ts';
import { sandboxVoiceRoutes } from './routes/voice-sandbox.ts';
import { twilioRoutes } from './routes/voice-twilio.ts';

export async function createManagementApp(context: ManagementContext): Promise<App> {
  const app = await createApp({
    role: 'management',
    title: 'Seonmul: management server (200)',
    description: 'Members, orders, offers and messages to people.',
    publicUrl: context.publicUrl,
    log: context.log,
    checkReady: () => sql`select 1`.execute(context.db),
  });
  permitOrigins(app, context.settings.terminalOrigins);
  await serveWebFiles(app);
  serveWebApp(app, {
    name: 'buyer',
    paths: ['/', '/sign-up', '/log-in', '/give', '/give/*', '/gifts', '/gifts/*', '/me'],
  });
  serveWebApp(app, { name: 'operator', paths: ['/console', '/console/*'] });
  memberRoutes(app, context);
  meRoutes(app, context);
  passkeyRoutes(app, context);
  paymentMethodRoutes(app, context);
  orderRoutes(app, context);
  orderGroupRoutes(app, context);
  correctionRoutes(app, context);
  orderChangeRoutes(app, context);
  receiptRoutes(app, context);
  offerRoutes(app, context);
  sandboxVoiceRoutes(app, context);
  jambonzRoutes(app, context);
  await app.register(async (pages) => giftPageRoutes(pages, context));
  await app.register(async (webhooks) => twilioRoutes(webhooks, context));
  await app.register(async (pages) => noticePageRoutes(pages, context));
  await staffRoutes(app, context);
  await app.register(async (peers) => peerRoutes(peers, context));
  return app;
}
