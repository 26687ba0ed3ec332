import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NOTICES_IN_BATCH_MAX,
} from '../../contracts/notices.ts';
import { booksCheckJob } from '../../kit/books/check-books.ts';
import { MINUTE_MS, SECOND_MS } from '../../kit/clock.ts';
import { forgetJob } from '../../kit/forget-job.ts';
import { FreshRanges } from '../../kit/journal/fresh-ranges.ts';
import { journalJobs } from '../../kit/journal/jobs.ts';
import { RangeSender } from '../../kit/journal/send.ts';
import { type RefusedBatch, refusedBatchReporter } from '../../kit/notices/refused-batches.ts';
import { PartyCheck } from '../../kit/restore/party-check.ts';
import { runServer } from '../../kit/server.ts';
import { askJob } from '../../kit/texts/ask.ts';
import { measureProviders, textProviders } from '../../kit/texts/providers.ts';
import { createShopApp } from './app.ts';
import { conservation } from './books/conservation.ts';
import { expireCertificates } from './certificates/expire-certificates.ts';
import { CERTIFICATES_ERASED } from './certificates/forgotten.ts';
import { tellExpiring } from './certificates/tell-expiring.ts';
import { clerksForgotten } from './clerks/forgotten.ts';
import { KEY_RINGS, productionProblems, SETTINGS } from './config.ts';
import { createShopContext } from './context.ts';
import { SHOP_SCHEMA } from './db/schema.ts';
import { KEY_USES } from './key-uses.ts';
import { LOOK_UPS_ERASED, MEMBERS_FORGOTTEN } from './members/forgotten.ts';
import { messagesForgotten } from './messages/forgotten.ts';
import { measureMessages } from './messages/measure-messages.ts';
import { openTexts } from './messages/open-texts.ts';
import { sendDueSpoken } from './messages/spoken-messages.ts';
import { sendDueTexts, settleInterrupted } from './messages/text-messages.ts';
import { measureAccountChanges, noticeAccountChanges } from './office/account-changes.ts';
import { followAccountProposals } from './office/follow-account-proposals.ts';
import { sendAccountProposals } from './office/send-account-proposals.ts';
import { OPENING_FORGOTTEN, OPENINGS_ERASED } from './opening/forgotten.ts';
import { tellGuessed } from './opening/guessed-phones.ts';
import { measureSpraying, watchSpraying } from './opening/spraying.ts';
import { retryRelays } from './payments/relay-payment.ts';
import { expireHolds } from './redeem/holds.ts';
import { operatorsOf, reconcileShop } from './restore/reconcile-shop.ts';
import { seed } from './seed.ts';
import { TILLS_FORGOTTEN } from './tills/forgotten.ts';
import { ALARMS } from './watched.ts';

await runServer<typeof SETTINGS>({
  schema: SHOP_SCHEMA,
  settings: SETTINGS,
  keyRings: KEY_RINGS,
  keyUses: KEY_USES,
  reconcile: (base) => reconcileShop(createShopContext(base)),
  alarms: ALARMS,
  productionProblems,
  start: async (base) => {
    const context = createShopContext(base);
    const { providers, books } = openTexts(context);
    const texts = textProviders(context, providers);
    const app = await createShopApp(context, { providers, books });
    const report = refusedBatchReporter(app.metrics, base.log);
    const { signingKey, restoreGate: gate } = context;
    const check = new PartyCheck({ ...context, path: NOTICE_BATCHES_PATH, parties: operatorsOf(context) });
    const refused = (batch: RefusedBatch) => {
      report(batch);
      check.refused(batch);
    };
    const isCompared = (party: string) => check.isCompared(party);
    const range = { entriesMax: NOTICES_IN_BATCH_MAX, bytesMax: NOTICE_BATCH_BYTES_MAX };
    const fresh = new FreshRanges();
    const sender = new RangeSender({ ...context, path: NOTICE_BATCHES_PATH, refused, fresh, isCompared });
    measureProviders(app.metrics, texts);
    measureSpraying(app.metrics, context);
    measureAccountChanges(app.metrics, context);
    measureMessages(app.metrics, context);
    return {
      app,
      jobs: [
        ...journalJobs({ ...context, party: signingKey.party, ...range, fresh }),
        { name: 'compare_parties', every_ms: SECOND_MS, round: () => check.round() },
        { name: 'reconcile', every_ms: SECOND_MS, round: () => reconcileShop(context) },
        gate.job(context.db),
        { name: 'notices', every_ms: 100, overlaps: true, round: () => sender.sendDue() },
        { name: 'texts', every_ms: 250, overlaps: true, round: () => sendDueTexts(context, texts) },
        askJob(context, providers, books),
        { name: 'interrupted_texts', every_ms: 10 * SECOND_MS, round: () => settleInterrupted(context) },
        { name: 'spoken', every_ms: 250, overlaps: true, round: () => sendDueSpoken(context) },
        { name: 'ask_again', every_ms: SECOND_MS, overlaps: true, round: () => retryRelays(context) },
        gate.resting({
          name: 'expire_certificates',
          every_ms: 10 * SECOND_MS,
          round: () => expireCertificates(context),
        }),
        { name: 'tell_guessed', every_ms: SECOND_MS, round: () => tellGuessed(context) },
        { name: 'watch_spraying', every_ms: 5 * SECOND_MS, round: () => watchSpraying(context) },
        gate.resting({ name: 'tell_expiring', every_ms: MINUTE_MS, round: () => tellExpiring(context) }),
        { name: 'account_changes', every_ms: 5 * MINUTE_MS, round: () => noticeAccountChanges(context) },
        gate.resting({
          name: 'account_proposals',
          every_ms: 10 * SECOND_MS,
          round: () => sendAccountProposals(context),
        }),
        {
          name: 'followed_proposals',
          every_ms: MINUTE_MS,
          round: () => followAccountProposals(context),
        },
        forgetJob(context, {
          forgotten: [
            ...OPENING_FORGOTTEN,
            ...MEMBERS_FORGOTTEN,
            ...TILLS_FORGOTTEN,
            ...messagesForgotten(context.settings.messagesKeptDays),
            ...clerksForgotten(context.settings.peopleKeptDays),
          ],
          erased: [CERTIFICATES_ERASED, LOOK_UPS_ERASED, OPENINGS_ERASED],
        }),
        booksCheckJob(context, [
          {
            name: 'conservation',
            differences: async (tx) =>
              (await conservation(tx)).flatMap(({ currency, differences }) =>
                differences.map((what) => `${currency} ${what}`),
              ),
          },
        ]),
        gate.resting({ name: 'expire_holds', every_ms: SECOND_MS, round: () => expireHolds(context) }),
      ],
      stop: () => texts.close(),
    };
  },
  seed: (base) => seed(createShopContext(base)),
});
