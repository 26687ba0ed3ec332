import { MINUTE_MS } from '../../kit/clock.ts';
import { forgetJob, KIT_FORGOTTEN } from '../../kit/forget.ts';
import { deleteEmptyCounters } from '../../kit/limits.ts';
import { runServer } from '../../kit/server.ts';
import { createCarrierApp } from './app.ts';
import { CAMARA_FORGOTTEN } from './camara/forgotten.ts';
import { SETTINGS } from './config.ts';
import { createCarrierContext } from './context.ts';
import { CARRIER_SCHEMA } from './db/schema.ts';
import { seed } from './seed.ts';

await runServer<typeof SETTINGS>({
  schema: CARRIER_SCHEMA,
  settings: SETTINGS,
  keyRings: ['token_pepper', 'text_encryption'],
  productionProblems: () => [],
  start: async (base) => ({
    app: await createCarrierApp(await createCarrierContext(base)),
    jobs: [
      forgetJob(base, [...KIT_FORGOTTEN, ...CAMARA_FORGOTTEN]),
      { name: 'forget_limits', every_ms: MINUTE_MS, round: () => deleteEmptyCounters(base) },
    ],
  }),
  seed: async (base) => seed(await createCarrierContext(base)),
});
