import { SECOND_MS } from '../../kit/clock.ts';
import { forgetJob } from '../../kit/forget-job.ts';
import { journalJobs } from '../../kit/journal/jobs.ts';
import { runServer } from '../../kit/server.ts';
import { createSettlementApp } from './app.ts';
import { KEY_RINGS, productionProblems, SETTINGS } from './config.ts';
import { createSettlementContext, OWN_PARTY } from './context.ts';
import { SETTLEMENT_SCHEMA } from './db/schema.ts';
import { expireAuthorisations } from './payments/expire.ts';
import { pollAcquirer } from './payments/poll-acquirer.ts';
import { seed } from './seed.ts';

await runServer<typeof SETTINGS>({
  schema: SETTLEMENT_SCHEMA,
  settings: SETTINGS,
  keyRings: KEY_RINGS,
  productionProblems,
  start: async (base) => {
    const context = createSettlementContext(base);
    return {
      app: await createSettlementApp(context),
      jobs: [
        { name: 'late_answers', every_ms: SECOND_MS, overlaps: true, round: () => pollAcquirer(context) },
        { name: 'expire_authorisations', every_ms: SECOND_MS, round: () => expireAuthorisations(context) },
        ...journalJobs({ ...context, party: OWN_PARTY }),
        forgetJob(context),
      ],
    };
  },
  seed: (base) => seed(createSettlementContext(base)),
});
