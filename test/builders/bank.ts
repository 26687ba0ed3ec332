import type { Clock } from '../../kit/clock.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { createLogger } from '../../kit/log.ts';
import { TestBank } from '../../sandbox/bank/bank.ts';
import { bankRoutes } from '../../sandbox/bank/routes.ts';
import { freePort } from '../harness/free-port.ts';

/** The sandbox's test bank, on a port of its own, using the test's clock. */
export async function aBank(clock: Clock) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app = await createApp({
    role: 'sandbox',
    title: 'The test bank',
    description: 'Stands in for a bank in tests.',
    publicUrl: url,
    log: createLogger('sandbox', 'fatal'),
    network: LOCAL_NETWORK,
    checkReady: async () => {},
  });
  const bank = new TestBank(clock);
  bankRoutes(app, bank);
  await app.listen({ host: '127.0.0.1', port });
  return { url, bank, close: () => app.close() };
}
