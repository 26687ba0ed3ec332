import { join } from 'node:path';
import type { Clock } from '../../kit/clock.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { createLogger } from '../../kit/log.ts';
import { TestAcquirer } from '../../sandbox/acquirer/acquirer.ts';
import { MovementFile } from '../../sandbox/acquirer/movement-file.ts';
import { acquirerRoutes } from '../../sandbox/acquirer/routes.ts';
import { TestBank } from '../../sandbox/bank/bank.ts';
import { bankRoutes } from '../../sandbox/bank/routes.ts';
import { type Acquirers, acquirers } from '../../servers/settlement/acquirers/acquirers.ts';
import type { Acquirer } from '../../servers/settlement/acquirers/port.ts';
import { freePort } from '../harness/free-port.ts';

/** The sandbox's test acquirer with the demo's cards, and its test bank, on a port of its own, using the test's clock. */
export async function anAcquirer(clock: Clock, port?: number) {
  const at = port ?? (await freePort());
  const url = `http://127.0.0.1:${at}`;
  const app = await createApp({
    role: 'sandbox',
    title: 'The test acquirer and the test bank',
    description: 'Stand in for a card network and a bank in tests.',
    publicUrl: url,
    log: createLogger('sandbox', 'fatal'),
    network: LOCAL_NETWORK,
    whyNotReady: async () => undefined,
  });
  const demoData = join(import.meta.dirname, '..', '..', 'sandbox', 'demo');
  acquirerRoutes(app, new TestAcquirer(demoData, clock, new MovementFile(undefined, 2)));
  const bank = new TestBank(clock);
  bankRoutes(app, bank);
  await app.listen({ host: '127.0.0.1', port: at });
  return { url, bank, close: () => app.close() };
}

/** This acquirer for everything. */
export function onlyAcquirer(acquirer: Acquirer): Acquirers {
  return acquirers([{ acquirer }], { takesKeyedCards: true });
}
