import { booksCheckJob } from '../../kit/books/check-books.ts';
import { MINUTE_MS, SECOND_MS } from '../../kit/clock.ts';
import { forgetJob } from '../../kit/forget-job.ts';
import type { Job } from '../../kit/jobs.ts';
import { journalJobs } from '../../kit/journal/jobs.ts';
import { type BounceReceiver, startBounceReceiver } from '../../kit/mail/bounce-receiver.ts';
import { dkimKeyOf } from '../../kit/mail/dkim.ts';
import { type Mailer, mailer } from '../../kit/mail/smtp.ts';
import { measureInbox } from '../../kit/notices/measure-inbox.ts';
import { noticeApplier } from '../../kit/notices/notice-applier.ts';
import { runServer } from '../../kit/server.ts';
import { askJob } from '../../kit/texts/ask.ts';
import { measureProviders, type TextProviders, textProviders } from '../../kit/texts/providers.ts';
import { createManagementApp } from './app.ts';
import { conservation } from './books/conservation.ts';
import { compareBooks } from './compare-books/compare-days.ts';
import { KEY_RINGS, productionProblems, SETTINGS } from './config.ts';
import { measureStuck } from './console/stuck-orders.ts';
import { CONTACTS_FORGOTTEN } from './contacts/contact-codes.ts';
import {
  createManagementContext,
  type ManagementBase,
  type ManagementContext,
  OWN_PARTY,
} from './context.ts';
import { MANAGEMENT_SCHEMA } from './db/schema.ts';
import { handleBounce } from './delivery/handle-bounce.ts';
import { measureMessages } from './delivery/measure-messages.ts';
import { messageOfReturnPath } from './delivery/return-path.ts';
import { sendDueMessages, settleInterrupted } from './delivery/send-messages.ts';
import { driveDisputedGifts } from './disputes/drive-gift.ts';
import { measureDisputes } from './disputes/list-disputes.ts';
import { readDisputes } from './disputes/read-disputes.ts';
import { checkWaitingGroups, driveDueShares, releaseUnconfirmedGroups } from './groups/due-groups.ts';
import { KEY_USES } from './key-uses.ts';
import { forgetClosed } from './members/closing/forget-closed.ts';
import { INVITATIONS_ERASED, MEMBERS_FORGOTTEN } from './members/forgotten.ts';
import { MESSAGES_ERASED } from './messages/forgotten.ts';
import {
  checkWaitingPayments,
  deliverScheduled,
  expireOffers,
  releaseUnconfirmed,
  remindRecipients,
} from './orders/due-orders.ts';
import { GIFTS_ERASED, LOCALES_ERASED, LOOK_UPS_ERASED } from './orders/forgotten.ts';
import { PEOPLE_FORGOTTEN } from './orders/people/forgotten.ts';
import { remindBirthdays } from './orders/people/remind-birthdays.ts';
import { doubtfulNotices, noticeReader } from './orders/uses/notice-reader.ts';
import { ASKED_ONCE } from './peer-calls.ts';
import { reconcileManagement, restoreCheck } from './restore/reconcile-management.ts';
import { matchPayouts } from './restore/restore-payouts.ts';
import { seed } from './seed.ts';
import { settleUnknown } from './settle-calls.ts';
import { followPayouts } from './shops/follow-payouts.ts';
import { followWindows } from './shops/follow-windows.ts';
import { measureRefusedPayouts } from './shops/list-payouts.ts';
import { payOutDaily } from './shops/pay-out.ts';
import { dialoguesForgotten } from './text/forgotten.ts';
import { openTexts } from './text/open-texts.ts';
import { phoneLine } from './voice/asterisk/phone-line.ts';
import { endLostCalls } from './voice/calls.ts';
import { CALLS_ERASED } from './voice/forgotten.ts';
import { dialSandbox } from './voice/sandbox/dial.ts';
import { failUntold } from './voice/tellings.ts';
import { dialTwilio } from './voice/twilio/dial.ts';
import { ALARMS } from './watched.ts';

await runServer<typeof SETTINGS>({
  schema: MANAGEMENT_SCHEMA,
  settings: SETTINGS,
  keyRings: KEY_RINGS,
  keyUses: KEY_USES,
  alarms: ALARMS,
  askedOnce: ASKED_ONCE,
  productionProblems,
  reconcile: (base: ManagementBase) => reconcileManagement(createManagementContext(base)),
  start: async (base: ManagementBase) => {
    const context = createManagementContext(base);
    const { restoreGate: gate, db } = context;
    const check = restoreCheck(context);
    const { smtpUrl, mailFrom } = base.settings;
    const texts = openTexts(context);
    const sms = textProviders(context, texts.providers);
    const reports = await bounceReceiver(context);
    const mail = mailer({ url: smtpUrl, from: mailFrom, dkim: dkimKeyOf(base.settings) });
    const line = phoneLine(context);
    const app = await createManagementApp(context, texts);
    measureProviders(app.metrics, sms);
    measureStuck(app.metrics, context);
    measureRefusedPayouts(app.metrics, context);
    measureDisputes(app.metrics, context);
    measureInbox(app.metrics, context);
    measureMessages(app.metrics, context);
    const notices = noticeApplier(context, noticeReader(context, doubtfulNotices(app.metrics)));
    return {
      app,
      jobs: [
        { name: 'compare_parties', every_ms: SECOND_MS, round: () => check.round() },
        { name: 'reconcile', every_ms: SECOND_MS, round: () => reconcileManagement(context) },
        gate.job(db),
        ...jobsOf(context, sms, mail).map((job) => gate.resting(job)),
        askJob(context, texts.providers, texts.books),
        ...[notices.job, ...line.jobs].map((job) => gate.resting(job)),
        ...journalJobs({ ...context, party: OWN_PARTY }),
        booksCheckJob(context, [
          {
            name: 'conservation',
            differences: async (tx) =>
              (await conservation(tx)).filter(({ holds }) => !holds).map(({ currency }) => currency),
          },
        ]),
      ],
      mail,
      stop: async () => {
        await notices.stop();
        await line.stop();
        await sms.close();
        await reports?.close();
        mail.close();
      },
    };
  },
  seed: (base) => seed(createManagementContext(base)),
});

/** Receives bounces from mail servers, in a process that is configured to. */
async function bounceReceiver(context: ManagementContext): Promise<BounceReceiver | undefined> {
  const { bounceDomain, bounceHost, bouncePort } = context.settings;
  if (bounceDomain === '' || bouncePort === 0) return undefined;
  return startBounceReceiver({
    host: bounceHost,
    port: bouncePort,
    log: context.log,
    read: (address) => messageOfReturnPath(context, address),
    onReport: (messageId, statuses) => handleBounce(context, messageId, statuses),
  });
}

function jobsOf(context: ManagementContext, sms: TextProviders, mail: Mailer): Job[] {
  return [
    { name: 'messages', every_ms: 250, overlaps: true, round: () => sendDueMessages(context, { sms, mail }) },
    { name: 'interrupted_messages', every_ms: 10 * SECOND_MS, round: () => settleInterrupted(context) },
    { name: 'unknown_calls', every_ms: SECOND_MS, overlaps: true, round: () => settleUnknown(context) },
    {
      name: 'waiting_payments',
      every_ms: SECOND_MS,
      overlaps: true,
      round: () => checkWaitingPayments(context),
    },
    { name: 'unconfirmed', every_ms: SECOND_MS, overlaps: true, round: () => releaseUnconfirmed(context) },
    { name: 'group_shares', every_ms: 250, overlaps: true, round: () => driveDueShares(context) },
    { name: 'group_payments', every_ms: SECOND_MS, overlaps: true, round: () => checkWaitingGroups(context) },
    {
      name: 'unconfirmed_groups',
      every_ms: SECOND_MS,
      overlaps: true,
      round: () => releaseUnconfirmedGroups(context),
    },
    { name: 'unanswered', every_ms: SECOND_MS, overlaps: true, round: () => expireOffers(context) },
    { name: 'reminders', every_ms: SECOND_MS, overlaps: true, round: () => remindRecipients(context) },
    { name: 'scheduled', every_ms: SECOND_MS, overlaps: true, round: () => deliverScheduled(context) },
    { name: 'dispute_lists', every_ms: SECOND_MS, overlaps: true, round: () => readDisputes(context) },
    { name: 'disputed_gifts', every_ms: SECOND_MS, overlaps: true, round: () => driveDisputedGifts(context) },
    { name: 'compared_books', every_ms: 10 * SECOND_MS, overlaps: true, round: () => compareBooks(context) },
    { name: 'lost_calls', every_ms: 10 * SECOND_MS, round: () => endLostCalls(context) },
    { name: 'untold_messages', every_ms: 10 * SECOND_MS, round: () => failUntold(context) },
    ...(context.settings.sandboxVoiceUrl === ''
      ? []
      : [{ name: 'sandbox_calls', every_ms: SECOND_MS, round: () => dialSandbox(context) }]),
    ...(context.settings.twilioAccountSid === ''
      ? []
      : [{ name: 'twilio_calls', every_ms: SECOND_MS, round: () => dialTwilio(context) }]),
    { name: 'closed_accounts', every_ms: MINUTE_MS, round: () => forgetClosed(context) },
    { name: 'birthdays', every_ms: MINUTE_MS, overlaps: true, round: () => remindBirthdays(context) },
    { name: 'payouts', every_ms: 10 * SECOND_MS, overlaps: true, round: () => payOutDaily(context) },
    { name: 'restored_payouts', every_ms: 10 * SECOND_MS, round: () => matchPayouts(context) },
    { name: 'payout_states', every_ms: SECOND_MS, overlaps: true, round: () => followPayouts(context) },
    { name: 'shop_windows', every_ms: 5 * SECOND_MS, overlaps: true, round: () => followWindows(context) },
    forgetJob(context, {
      forgotten: [
        ...CONTACTS_FORGOTTEN,
        ...MEMBERS_FORGOTTEN,
        ...PEOPLE_FORGOTTEN,
        ...dialoguesForgotten(context.settings.peopleKeptDays),
      ],
      erased: [
        GIFTS_ERASED,
        LOCALES_ERASED,
        LOOK_UPS_ERASED,
        MESSAGES_ERASED,
        ...CALLS_ERASED,
        INVITATIONS_ERASED,
      ],
    }),
  ];
}
