import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import { limiter } from '../../kit/limits.ts';
import { refusedBatchReporter } from '../../kit/notices/refused-batches.ts';
import type { TextProvider } from '../../kit/texts/port.ts';
import { measureProviders, type TextProviders, textProviders } from '../../kit/texts/providers.ts';
import { measureMessages } from '../../servers/shop/messages/measure-messages.ts';
import { measureAccountChanges } from '../../servers/shop/office/account-changes.ts';
import { measureSpraying, raiseAlarm, watchSpraying } from '../../servers/shop/opening/spraying.ts';
import { ALARMS } from '../../servers/shop/watched.ts';
import { PHONE, TestShop } from '../builders/shop-server.ts';
import { type Planter, planter, watching } from './planted.ts';

let shop: TestShop;
let plant: Planter;
let raised: ReturnType<typeof watching>;
let texts: TextProviders;
let refused: ReturnType<typeof refusedBatchReporter>;
/** How the provider of texts is. */
const provider = { isReady: true, accepts: true };

const PROVIDER: TextProvider = {
  send: async () =>
    provider.accepts
      ? { kind: 'submitted', provider_message_ids: ['1'] }
      : { kind: 'not_sent', reason: 'away' },
  isReady: () => provider.isReady,
  partsOf: () => 1,
  isNoted: false,
  close: async () => {},
};

beforeAll(async () => {
  shop = await TestShop.open();
  const { context, app } = shop;
  plant = await planter(shop.ownerUrl);
  texts = textProviders(context, [
    { terms: { name: 'solapi', senders: { '*': '1588' } }, provider: PROVIDER },
  ]);
  measureProviders(app.metrics, texts);
  measureMessages(app.metrics, context);
  measureSpraying(app.metrics, context);
  measureAccountChanges(app.metrics, context);
  refused = refusedBatchReporter(app.metrics, context.log);
  raised = watching(app.metrics, context.clock, ALARMS);
});
afterAll(async () => {
  await plant?.end();
  await shop?.close();
});

const send = async (times: number) => {
  for (let i = 0; i < times; i++)
    await texts.send({ message_id: `${i}`, to: PHONE, text: 'code', is_reply: true });
};

test.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
  [
    'SeonmulPinsGuessed',
    () => raiseAlarm(shop.context, 'till'),
    async () => {
      shop.passTime(MINUTE_MS);
      await watchSpraying(shop.context);
    },
  ],
  [
    'SeonmulAccountChanged',
    () => plant.insert('account_changes', { change: 'entered' }),
    () =>
      plant.query('update account_changes set acknowledged_at = now(), acknowledged_by = gen_random_uuid()'),
  ],
  [
    'SeonmulMessagesLate',
    () =>
      plant.insert('messages', {
        ...{ channel: 'sms', state: 'due', kind: 'code', locale: 'ko', content_sealed: Buffer.from([1]) },
        due_at: new Date(shop.now.getTime() - 20 * MINUTE_MS),
      }),
    () => plant.query('delete from messages'),
  ],
  [
    'SeonmulTextsFailing',
    async () => {
      provider.accepts = false;
      await send(12);
    },
    async () => {
      provider.accepts = true;
      shop.passTime(16 * MINUTE_MS);
      await raised();
      await send(12);
    },
  ],
  [
    'SeonmulTextProviderDown',
    async () => {
      provider.isReady = false;
    },
    async () => {
      provider.isReady = true;
    },
  ],
  [
    'SeonmulStrangerCodesSpent',
    async () => {
      const ring = shop.context.secrets.keyRing('token_pepper');
      const name = 'stranger_codes_by_server';
      const codes = limiter(shop.context.db, { name, points: 1, duration_s: 3_600, ring });
      await codes.consume('all');
      expect(await codes.consume('all')).toMatchObject({ ok: false });
    },
    async () => shop.passTime(HOUR_MS),
  ],
  [
    'SeonmulBatchesRefused',
    async () => refused({ party: 'management', batch_no: 7, problem: 'signature_invalid' }),
    async () => shop.passTime(HOUR_MS),
  ],
])('%s is raised by what it is for, and ends with it', async (alarm, begin, end) => {
  expect(await raised()).not.toContain(alarm);
  await begin();
  expect(await raised()).toContain(alarm);
  await end();
  expect(await raised()).not.toContain(alarm);
});
