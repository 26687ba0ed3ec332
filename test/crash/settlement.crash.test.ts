import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAYMENT_PATHS } from '../../contracts/settlement-payments.ts';
import { addMs, HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { type CardPart, sealCard } from '../../kit/sealed-card.ts';
import { createSettlementApp } from '../../servers/settlement/app.ts';
import { conservation } from '../../servers/settlement/books/conservation.ts';
import { pollAcquirer } from '../../servers/settlement/payments/poll-acquirer.ts';
import { pollRequests } from '../../servers/settlement/payments/poll-requests.ts';
import { aSignedDoor, type Door } from '../builders/door.ts';
import { checkSettlementFacts } from '../builders/facts.ts';
import { ACCOUNT, aSettlement, PAYEE, PAYER } from '../builders/settlement.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';
import { crashAtEveryStatement, raceBothWays, type Verb } from './every-statement.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
let door: Door;
let crashes: Crashes;
beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
  door = aSignedDoor(app, settlement.base.managementKey, settlement.context);
  crashes = crashesOf(settlement.base.pool);
});
afterAll(async () => {
  const books = await conservation(settlement.base.db);
  await checkSettlementFacts(settlement.base);
  await app.close();
  await crashes.close();
  await settlement.base.drop();
  expect(books.filter(({ holds }) => !holds)).toEqual([]);
});

const authorisation = (order_id: string) => ({
  order_id,
  payer_reference: PAYER,
  payment_method_id: settlement.approvedCard,
  payee: PAYEE,
  amount_minor: 5_000,
  currency: 'KRW',
});
async function authorised(): Promise<string> {
  const orderId = randomUUID();
  expect((await door('POST', PAYMENT_PATHS.payments, authorisation(orderId))).status).toBe(201);
  return `${PAYMENT_PATHS.payments}/by-order/${orderId}`;
}
async function captured(): Promise<string> {
  const url = await authorised();
  expect((await door('POST', `${url}/captures`, { amount_minor: 4_000 })).status).toBe(200);
  return url;
}

/** The acquirer is called between two transactions, so the dead process's claim must expire before a retry continues. */
function expireClaim(): void {
  settlement.base.time.now = addMs(settlement.base.time.now, MINUTE_MS);
}

async function janitor(): Promise<void> {
  expireClaim();
  await pollAcquirer(settlement.context);
  while ((await pollRequests(settlement.context)) > 0);
}

const VERBS: Verb[] = [
  {
    name: 'authorise',
    async prepare() {
      const body = authorisation(randomUUID());
      return (key) => door('POST', PAYMENT_PATHS.payments, body, key);
    },
    expireClaim,
    janitor,
  },
  {
    name: 'a keyed card',
    async prepare() {
      const card_entry_id = randomUUID();
      const sealed = (part: CardPart, digits: string) =>
        sealCard(settlement.sealing, { card_entry_id, part, digits });
      const body = {
        card_entry_id,
        payer_reference: randomUUID(),
        sealed_number: await sealed('number', '4242424242424242'),
        sealed_expiry: await sealed('expiry', '1290'),
        sealed_security_code: await sealed('security_code', '123'),
      };
      return (key) => door('POST', PAYMENT_PATHS.keyedCards, body, key);
    },
    expireClaim,
  },
  {
    name: 'capture',
    async prepare() {
      const url = await authorised();
      return (key) => door('POST', `${url}/captures`, { amount_minor: 4_000 }, key);
    },
    expireClaim,
    janitor,
  },
  {
    name: 'void',
    async prepare() {
      const url = await authorised();
      return (key) => door('POST', `${url}/voids`, {}, key);
    },
    expireClaim,
    janitor,
  },
  {
    name: 'refund',
    async prepare() {
      const url = await captured();
      return (key) => door('POST', `${url}/refunds`, { amount_minor: 4_000, reason: 'refused' }, key);
    },
    expireClaim,
    janitor,
  },
  {
    name: 'payout',
    async prepare() {
      await captured();
      const body = {
        payout_id: randomUUID(),
        payee: PAYEE,
        gross_minor: 3_000,
        commission_minor: 75,
        currency: 'KRW',
        used_from: '2026-01-01T00:00:00Z',
        used_until: '2026-02-01T00:00:00Z',
        reads_states: true,
      };
      return (key) => door('POST', PAYMENT_PATHS.payouts, body, key);
    },
  },
];

describe.each(VERBS)('$name', (verb) => {
  test('is done in full or not at all when the process dies after any statement, and once by the retry', async () => {
    const seen = await crashAtEveryStatement(crashes, verb);
    expect(seen.nothing).toBeGreaterThan(3);
    expect(seen.something).toBeGreaterThan(0);
  });

  test('has one effect when it is sent twice at once, with one key and with two', async () => {
    await raceBothWays(crashes, verb);
  });
});

test('a payout goes to the bank once, whichever statement of the jobs the process dies after', async () => {
  await settlement.anAccount(ACCOUNT);
  await captured();
  const payouts: string[] = [];
  for (let statements = 1; statements <= 40; statements++) {
    const payoutId = randomUUID();
    expect(await settlement.payOut(payoutId, 50, 2)).toMatchObject({ ok: true });
    payouts.push(payoutId);
    crashes.dieAfter(statements);
    await settlement.payoutJobs().catch(() => {});
    crashes.restart();
    // Its claims end.
    settlement.base.time.now = addMs(settlement.base.time.now, 4 * MINUTE_MS);
  }
  await settlement.payoutJobs(HOUR_MS);
  await settlement.payoutJobs(HOUR_MS);
  const found = await settlement.base.pool.query<{ payout_id: string; state: string }>(
    'select payout_id, state from payouts where payout_id = any($1)',
    [payouts],
  );
  expect(found.rows.filter(({ state }) => state !== 'paid')).toEqual([]);
  const facts = await settlement.base.pool.query(
    `select subject_id from journal where kind in ('payout_sent', 'payout_paid') and subject_id = any($1)
     group by subject_id having count(*) <> 2`,
    [payouts],
  );
  expect(facts.rows).toEqual([]);
  for (const payoutId of payouts)
    expect(settlement.bank.lookUp(payoutId)).toMatchObject({ amount_minor: 48 });
});
