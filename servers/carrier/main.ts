import { forgetJob } from '../../kit/forget.ts';
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
    jobs: [forgetJob(base, [...CAMARA_FORGOTTEN])],
  }),
  seed: async (base) => seed(await createCarrierContext(base)),
});
