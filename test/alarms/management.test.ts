import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { type Mailer, mailer } from '../../kit/mail/smtp.ts';
import { measureInbox } from '../../kit/notices/measure-inbox.ts';
import { createManagementApp } from '../../servers/management/app.ts';
import { measureStuck } from '../../servers/management/console/stuck-orders.ts';
import { measureMessages } from '../../servers/management/delivery/measure-messages.ts';
import { measureDisputes } from '../../servers/management/disputes/list-disputes.ts';
import { doubtfulNotices } from '../../servers/management/orders/uses/notice-reader.ts';
import { measureRefusedPayouts } from '../../servers/management/shops/list-payouts.ts';
import { ALARMS } from '../../servers/management/watched.ts';
import { anOffer } from '../builders/gifts.ts';
import { aManagement, type TestManagement } from '../builders/management.ts';
import { freePort } from '../harness/free-port.ts';
import { type Planter, planter, watching } from './planted.ts';

const SHOP = 'shop:haneul';

let management: TestManagement;
let app: App;
let plant: Planter;
let raised: ReturnType<typeof watching>;
let doubted: ReturnType<typeof doubtfulNotices>;
let mail: Mailer;
let orderId: string;
beforeAll(async () => {
  management = await aManagement();
  const { context } = management;
  app = await createManagementApp(context);
  plant = await planter(management.ownerUrl);
  measureStuck(app.metrics, context);
  measureRefusedPayouts(app.metrics, context);
  measureDisputes(app.metrics, context);
  measureInbox(app.metrics, context);
  measureMessages(app.metrics, context);
  doubted = doubtfulNotices(app.metrics);
  mail = mailer({ url: `smtp://127.0.0.1:${await freePort()}`, from: 'gift@example.com' });
  raised = watching(app.metrics, context.clock, ALARMS);
  orderId = await anOffer(management);
});
afterAll(async () => {
  mail?.close();
  await plant?.end();
  await app?.close();
  await management?.close();
});

const ago = (ms: number) => new Date(management.context.clock().getTime() - ms);

test.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
  [
    'SeonmulOrdersStuck',
    async () => management.pass(8 * DAY_MS),
    () => plant.query(`update orders set state = 'refunded' where order_id = $1`, [orderId]),
  ],
  [
    'SeonmulPayoutsRefused',
    async () =>
      plant.query(
        `insert into payouts (payout_id, shop_id, state, created_at, gross_minor, commission_minor, currency,
         used_from, used_until, code)
       select gen_random_uuid(), shop_id, 'refused', now(), 100, 0, 'KRW', now() - interval '1 day', now(),
         'trust_insufficient' from shops limit 1`,
      ),
    () => plant.query('delete from payouts'),
  ],
  [
    'SeonmulDisputesDoubtful',
    () => plant.insert('dispute_lists', { party: 'settlement', failing_since: ago(HOUR_MS), problem: 'x' }),
    () => plant.query('delete from dispute_lists'),
  ],
  [
    'SeonmulNoticesUnapplied',
    () =>
      plant.insert('unapplied_notices', {
        ...{ unapplied_no: 1, sender: SHOP, reason: 'failed', attempts: 1, lines: 1, line_no: 1 },
        ...{ first_seen_at: ago(20 * MINUTE_MS), next_attempt_at: ago(0), kind: 'x' },
      }),
    () => plant.query('update unapplied_notices set applied_at = now(), next_attempt_at = null'),
  ],
  [
    'SeonmulStreamBroken',
    () => plant.insert('inbox_breaks', { break_no: 1, sender: SHOP }),
    () => plant.insert('dismissed_breaks', { break_no: 1 }),
  ],
  [
    'SeonmulBatchMissing',
    async () => {
      await plant.insert('inbox_positions', { sender: SHOP, last_batch_no: 1 });
      await plant.insert('inbox_batches', { sender: SHOP, batch_no: 3, digest: Buffer.alloc(32) });
    },
    () => plant.query('update inbox_positions set last_batch_no = 3'),
  ],
  [
    'SeonmulNoticesBehind',
    async () => {
      await plant.insert('inbox_senders', { sender: SHOP, applied_batch_no: 3 });
      await plant.query('update inbox_positions set last_batch_no = 200');
    },
    () => plant.query('update inbox_senders set applied_batch_no = 200'),
  ],
  [
    'SeonmulNoticesDoubted',
    async () => doubted.inc({ sender: SHOP, reason: 'exceeds_balance' }),
    async () => management.pass(2 * HOUR_MS),
  ],
  [
    'SeonmulMailsFailing',
    async () => {
      for (let i = 0; i < 10; i++)
        await mail.send({ to: 'a@example.com', subject: 'x', text: 'x', html: 'x', message_id: `${i}` });
    },
    async () => management.pass(HOUR_MS),
  ],
])('%s is raised by what it is for, and ends with it', async (alarm, begin, end) => {
  expect(await raised()).not.toContain(alarm);
  await begin();
  expect(await raised()).toContain(alarm);
  await end();
  expect(await raised()).not.toContain(alarm);
});

test('a notice that waits for the answer to a cancellation is no doubt', async () => {
  doubted.inc({ sender: SHOP, reason: 'being_cancelled' });
  expect(await raised()).not.toContain('SeonmulNoticesDoubted');
});
