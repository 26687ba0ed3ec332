import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { createManagementApp } from '../../servers/management/app.ts';
import { conservation } from '../../servers/management/books/conservation.ts';
import { readOrder } from '../../servers/management/orders/orders.ts';
import { settleUnknown } from '../../servers/management/settle-calls.ts';
import { noLimit } from '../builders/base.ts';
import { aDoor, type Door } from '../builders/door.ts';
import { checkManagementFacts } from '../builders/facts.ts';
import { anOffer, anOrder, aReadBack } from '../builders/gifts.ts';
import { aGroup, heard, settleShares } from '../builders/groups.ts';
import { aManagement, CARD, MEMBER_ID, type TestManagement } from '../builders/management.ts';
import { aMemberSession, anOfferToken } from '../builders/sessions.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';
import { crashAtEveryStatement, raceBothWays, type Verb } from './every-statement.ts';

let management: TestManagement;
let app: App;
let buyer: Door;
let recipient: Door;
let crashes: Crashes;
beforeAll(async () => {
  management = await aManagement();
  // One buyer sends one recipient more gifts here than the limits allow.
  Object.assign(management.context.limits, { readBackByMember: noLimit, textByPhone: noLimit });
  app = await createManagementApp(management.context);
  // Each crash advances the clock.
  buyer = aDoor(app, await aMemberSession(management, MEMBER_ID, 30 * DAY_MS));
  recipient = aDoor(app);
  crashes = crashesOf(management.context.pool);
});
afterAll(async () => {
  const books = await conservation(management.context.db);
  await checkManagementFacts(management.context);
  await app.close();
  await crashes.close();
  await management.close();
  expect(books.filter(({ holds }) => !holds)).toEqual([]);
});

/** The calls to settlement and the shop, each key counted once, and the state that they resulted in. */
function remoteCalls(): Map<string, number> {
  const asked = ['/payments', '/captures', '/voids', '/refunds'].map(
    (path) => [`asked ${path}`, management.settlement.asked(path)] as const,
  );
  const atShop = ['/certificates', '/acceptance', '/cancellation'].map(
    (path) => [`asked ${path}`, management.shop.asked(path)] as const,
  );
  const held = new Map<string, number>([...asked, ...atShop]);
  for (const { status } of management.payments.values())
    held.set(`payment ${status}`, (held.get(`payment ${status}`) ?? 0) + 1);
  for (const { state } of management.certificates.values())
    held.set(`certificate ${state}`, (held.get(`certificate ${state}`) ?? 0) + 1);
  return held;
}

async function janitor(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    management.pass(MINUTE_MS);
    await settleUnknown(management.context);
    await settleShares(management);
  }
}

const order = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', payment_method_id: CARD };
const VERBS: Pick<Verb, 'name' | 'prepare'>[] = [
  { name: 'order', prepare: async () => (key) => buyer('POST', '/v1/orders', order, key) },
  {
    name: 'abandon',
    async prepare() {
      const id = await anOrder(management);
      return (key) => buyer('POST', `/v1/orders/${id}/abandonment`, undefined, key);
    },
  },
  {
    name: 'confirm',
    async prepare() {
      const id = await aReadBack(management);
      const { read_back_id } = await readOrder(management.context.db, id);
      return (key) => buyer('POST', `/v1/orders/${id}/confirmation`, { read_back_id }, key);
    },
  },
  {
    name: 'confirm several',
    async prepare() {
      const group = await aGroup(management);
      const url = `/v1/order-groups/${group.group_id}/confirmation`;
      return (key) => buyer('POST', url, { confirmed: heard(group, 2) }, key);
    },
  },
  {
    name: 'accept',
    async prepare() {
      const token = await anOfferToken(management, await anOffer(management));
      return (key) => recipient('POST', `/v1/offers/${token}/acceptance`, { pin: '739258' }, key);
    },
  },
  {
    name: 'refuse',
    async prepare() {
      const token = await anOfferToken(management, await anOffer(management));
      return (key) => recipient('POST', `/v1/offers/${token}/refusal`, {}, key);
    },
  },
  {
    name: 'cancel',
    async prepare() {
      const id = await anOffer(management);
      return (key) => buyer('POST', `/v1/orders/${id}/cancellation`, undefined, key);
    },
  },
];

const asked = {
  expireClaim: () => management.pass(31_000),
  // Each attempt at a call is kept with its answer.
  attemptTables: ['signed_messages', 'calls'],
  remoteCalls,
  janitor,
};

describe.each(VERBS)('$name', (verb) => {
  test('has the same outcome when the process dies after any statement and the caller retries', async () => {
    const seen = await crashAtEveryStatement(crashes, { ...verb, ...asked });
    expect(seen.nothing).toBeGreaterThan(2);
    expect(seen.something).toBeGreaterThan(3);
  });
});

// Two orders with two keys are two gifts, so ordering has no such race.
describe.each(VERBS.filter(({ name }) => name !== 'order'))('$name', (verb) => {
  test('has one effect when it is sent twice at once, with one key and with two', async () => {
    await raceBothWays(crashes, { ...verb, ...asked });
  });
});
