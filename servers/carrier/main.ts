import { forgetJob } from '../../kit/forget-job.ts';
import { runServer } from '../../kit/server.ts';
import { createCarrierApp } from './app.ts';
import { CAMARA_FORGOTTEN } from './camara/forgotten.ts';
import { KEY_RINGS, SETTINGS } from './config.ts';
import { createCarrierContext } from './context.ts';
import { CARRIER_SCHEMA } from './db/schema.ts';
import { LOOK_UPS_ERASED } from './look-ups/forgotten.ts';
import { lostHere } from './restore/lost.ts';
import { seed } from './seed.ts';

await runServer<typeof SETTINGS>({
  schema: CARRIER_SCHEMA,
  settings: SETTINGS,
  keyRings: KEY_RINGS,
  alarms: [],
  lost: lostHere,
  productionProblems: () => [],
  start: async (base) => ({
    app: await createCarrierApp(await createCarrierContext(base)),
    jobs: [forgetJob(base, { forgotten: CAMARA_FORGOTTEN, erased: [LOOK_UPS_ERASED] })],
  }),
  seed: async (base) => seed(await createCarrierContext(base)),
});
