import { MADE_CALLS_PATH } from '../../contracts/made-calls.ts';
import { booksCheckJob } from '../../kit/books/check-books.ts';
import { MINUTE_MS, SECOND_MS } from '../../kit/clock.ts';
import { forgetJob } from '../../kit/forget-job.ts';
import type { Job } from '../../kit/jobs.ts';
import { journalJobs } from '../../kit/journal/jobs.ts';
import { CallsCheck } from '../../kit/restore/calls-check.ts';
import { lostAnswer } from '../../kit/restore/lost-calls.ts';
import { runServer } from '../../kit/server.ts';
import { createSettlementApp } from './app.ts';
import { bookDifferences } from './books/read-books.ts';
import { KEY_RINGS, productionProblems, SETTINGS } from './config.ts';
import { createSettlementContext, OWN_PARTY, type SettlementContext } from './context.ts';
import { SETTLEMENT_SCHEMA } from './db/schema.ts';
import { pollDisputes } from './disputes/poll-disputes.ts';
import { KEY_USES } from './key-uses.ts';
import { expireAuthorisations } from './payments/expire.ts';
import { pollAcquirer } from './payments/poll-acquirer.ts';
import { pollRequests } from './payments/poll-requests.ts';
import { applyFiledReports } from './payouts/apply-filed-reports.ts';
import { askBanks } from './payouts/ask-banks.ts';
import { gatherBatches } from './payouts/gather-batch.ts';
import { sendBatches } from './payouts/send-batch.ts';
import { pollReconciliations } from './reconciliation/run.ts';
import { startNightly } from './reconciliation/start.ts';
import { payersOf, reconcileSettlement } from './restore/reconcile-settlement.ts';
import { seed } from './seed.ts';
import { ALARMS } from './watched.ts';

await runServer<typeof SETTINGS>({
  schema: SETTLEMENT_SCHEMA,
  settings: SETTINGS,
  keyRings: KEY_RINGS,
  keyUses: KEY_USES,
  alarms: ALARMS,
  productionProblems,
  reconcile: (base) => reconcileSettlement(createSettlementContext(base)),
  start: async (base) => {
    const context = createSettlementContext(base);
    const { restoreGate: gate, db } = context;
    const asking = { ...context, parties: payersOf(context), madeCallsPath: MADE_CALLS_PATH };
    const check = new CallsCheck({ ...asking, lostCall: lostAnswer(asking) });
    const app = await createSettlementApp(context);
    return {
      app,
      jobs: [
        { name: 'compare_parties', every_ms: SECOND_MS, round: () => check.round() },
        { name: 'reconcile', every_ms: SECOND_MS, round: () => reconcileSettlement(context) },
        gate.job(db),
        ...jobsOf(context).map((job) => gate.resting(job)),
        ...journalJobs({ ...context, party: OWN_PARTY }),
        booksCheckJob(context, [{ name: 'trial_balance', differences: bookDifferences }]),
        forgetJob(context),
      ],
    };
  },
  seed: (base) => seed(createSettlementContext(base)),
});

function jobsOf(context: SettlementContext): Job[] {
  return [
    { name: 'late_answers', every_ms: SECOND_MS, overlaps: true, round: () => pollAcquirer(context) },
    { name: 'acquirer_requests', every_ms: SECOND_MS, overlaps: true, round: () => pollRequests(context) },
    { name: 'disputes', every_ms: 10 * SECOND_MS, overlaps: true, round: () => pollDisputes(context) },
    { name: 'gather_payouts', every_ms: SECOND_MS, round: () => gatherBatches(context) },
    { name: 'payout_batches', every_ms: SECOND_MS, overlaps: true, round: () => sendBatches(context) },
    { name: 'payouts', every_ms: SECOND_MS, overlaps: true, round: () => askBanks(context) },
    { name: 'bank_reports', every_ms: SECOND_MS, overlaps: true, round: () => applyFiledReports(context) },
    { name: 'nightly_reconciliations', every_ms: MINUTE_MS, round: () => startNightly(context) },
    {
      name: 'reconciliations',
      every_ms: 5 * SECOND_MS,
      overlaps: true,
      round: () => pollReconciliations(context),
    },
    { name: 'expire_authorisations', every_ms: SECOND_MS, round: () => expireAuthorisations(context) },
  ];
}
