import type { App, AppSettings } from '../kit/http/app.ts';
import { createApp } from '../kit/http/create-app.ts';
import type { TestAcquirer } from './acquirer/acquirer.ts';
import { acquirerRoutes } from './acquirer/routes.ts';
import type { TestBank } from './bank/bank.ts';
import { bankRoutes } from './bank/routes.ts';
import { clockRoutes } from './clock-routes.ts';
import type { DemoData } from './demo-data.ts';
import { demoRoutes } from './demo-routes.ts';
import { mailRoutes } from './mail/routes.ts';
import type { OutsideWorld } from './outside-world.ts';
import { callRoutes } from './phones/call-routes.ts';
import { phonesPage } from './phones/page.ts';
import type { PhoneCalls } from './phones/phone-calls.ts';
import { phoneRoutes } from './phones/routes.ts';
import { smsProviderRoutes } from './texts/routes.ts';
import type { Smsc } from './texts/smsc.ts';

export type SandboxContext = {
  world: OutsideWorld;
  demoData: DemoData;
  smscs: readonly Smsc[];
  calls: PhoneCalls;
  acquirer: TestAcquirer;
  bank: TestBank;
  voiceSecret: string;
  clockFile: string;
};

/** The HTTP API of the outside world: phones and mailboxes, the providers behind them, and the demo's clock. */
export async function createSandboxApp(settings: AppSettings, context: SandboxContext): Promise<App> {
  const { world, demoData, smscs, calls } = context;
  const app = await createApp(settings);
  await phonesPage(app, world, settings.publicUrl);
  demoRoutes(app, demoData.demo);
  phoneRoutes(app, { world, calls, smscs, owners: demoData.owners });
  callRoutes(app, calls, context.voiceSecret);
  mailRoutes(app, world);
  smsProviderRoutes(app, smscs);
  acquirerRoutes(app, context.acquirer);
  bankRoutes(app, context.bank);
  clockRoutes(app, context.clockFile);
  return app;
}
