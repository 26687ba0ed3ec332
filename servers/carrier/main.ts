import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runServer } from '../../kit/server.ts';
import { createCarrierApp } from './app.ts';
import { SETTINGS } from './config.ts';
import { createCarrierContext, type Tables } from './context.ts';
import { importSubscribers } from './operations/import-subscribers.ts';

await runServer<Tables, typeof SETTINGS>({
  role: 'carrier',
  settings: SETTINGS,
  start: async (base) => ({ app: await createCarrierApp(await createCarrierContext(base)), jobs: [] }),
  seed: async (base) => {
    const csv = readFileSync(join(base.settings.demoDataDir, 'subscribers.csv'), 'utf8');
    const report = await importSubscribers(await createCarrierContext(base), csv);
    for (const { line, reason } of report.refused) console.error(`subscribers.csv line ${line}: ${reason}`);
  },
});
