import { sql } from 'kysely';
import { type App, createApp } from '../../kit/http/app.ts';
import { serveWebApp, serveWebFiles } from '../../kit/http/web-app.ts';
import type { ShopContext } from './context.ts';
import { terminalPage } from './pages/terminal-page.ts';
import { certificatePageRoutes } from './routes/certificate-page.ts';
import { holderRoutes } from './routes/holder.ts';
import { holdRoutes } from './routes/holds.ts';
import { memberRoutes } from './routes/members.ts';
import { officeRoutes } from './routes/office.ts';
import { peerRoutes } from './routes/peer.ts';
import { publicRoutes } from './routes/public.ts';
import { terminalRoutes, terminalSessionRoutes } from './routes/terminal.ts';
import { terminalScreenRoutes } from './routes/terminal-screen.ts';

export async function createShopApp(context: ShopContext): Promise<App> {
  const app = await createApp({
    role: 'shop',
    title: `Seonmul: shop server (500) of ${context.settings.brandEn}`,
    description: 'Members, certificates, terminals and redemptions of one brand with its stores.',
    publicUrl: context.publicUrl,
    log: context.log,
    checkReady: () => sql`select 1`.execute(context.db),
  });
  await serveWebFiles(app);
  serveWebApp(app, { name: 'office', paths: ['/office', '/office/*'] });
  terminalPage(app, context);
  publicRoutes(app, context);
  memberRoutes(app, context);
  terminalSessionRoutes(app, context);
  await app.register(async (pages) => certificatePageRoutes(pages, context));
  await app.register(async (holders) => holderRoutes(holders, context));
  await app.register(async (terminals) => terminalRoutes(terminals, context));
  await app.register(async (screens) => terminalScreenRoutes(screens, context));
  await app.register(async (holds) => holdRoutes(holds, context));
  await app.register(async (office) => officeRoutes(office, context));
  await app.register(async (peers) => peerRoutes(peers, context));
  return app;
}
