import { Client } from 'pg';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MS, SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { LostLease } from '../../../../kit/lease.ts';
import { applyNextSets } from '../../../../kit/notices/apply-notices.ts';
import { measureInbox } from '../../../../kit/notices/measure-inbox.ts';
import { noticeApplier } from '../../../../kit/notices/notice-applier.ts';
import { takeSender } from '../../../../kit/notices/position.ts';
import { storePartyKeys } from '../../../../kit/signing/index.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { anAcceptedGift, eventsOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aboutCertificate, aUseOf } from '../../../../test/builders/notices.ts';
import { aParty } from '../../../../test/builders/parties.ts';
import { aStaffSession } from '../../../../test/builders/sessions.ts';
import { aTellingShop } from '../../../../test/builders/telling-shop.ts';
import { createManagementApp } from '../../app.ts';
import { conservation } from '../../books/conservation.ts';
import { noticeReader } from './notice-reader.ts';

let management: TestManagement;
let app: App;
let owner: Client;
let shop: ReturnType<typeof aTellingShop>;
let other: ReturnType<typeof aTellingShop>;
const otherParty = aParty('shop:other', 'other-shop-test');

beforeAll(async () => {
  management = await aManagement();
  const parties = [...management.context.parties, { ...otherParty.entry, role: 'shop' }];
  await storePartyKeys(management.context.db, parties, management.context.clock());
  Object.assign(management.context, { parties });
  app = await createManagementApp(management.context);
  owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
  shop = aTellingShop(management, app, management.shop.key);
  other = aTellingShop(management, app, otherParty.key);
});
afterAll(async () => {
  const books = await conservation(management.context.db);
  await owner.end();
  await app.close();
  await management.close();
  expect(books).toMatchObject([{ currency: 'KRW', holds: true }]);
});
// Each test has a process of its own, after the lease of the one before has run out.
beforeEach(() => management.pass(10 * SECOND_MS));

const reader = () => noticeReader(management.context);
const aProcess = () => noticeApplier(management.context, reader());
const gift = () => anAcceptedGift(management);

async function usesOf(orderId: string): Promise<number> {
  return (await eventsOf(management, orderId)).filter((kind) => kind === 'used').length;
}

async function unapplied(orderId: string) {
  const found = await sql<{ unapplied_no: bigint; reason: string; attempts: number; problem: string | null }>`
    select unapplied_no, reason, attempts, problem from unapplied_notices
    where subject_id = ${orderId} and applied_at is null order by batch_no, line_no`.execute(
    management.context.db,
  );
  return found.rows;
}

async function metric(name: string): Promise<{ labels: object; value: number }[]> {
  const registry = new Registry();
  measureInbox(registry, management.context);
  const found = (await registry.getMetricsAsJSON()).find((each) => each.name === name);
  return (found?.values ?? []) as { labels: object; value: number }[];
}

/** Booking a use of this gift fails until the returned function is called. */
async function failsFor(orderId: string): Promise<() => Promise<unknown>> {
  const name = `fails_${orderId.replaceAll('-', '')}`;
  await owner.query(`
    create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'poisoned'; end $$;
    create trigger ${name} before insert on certificate_uses for each row when (new.order_id = '${orderId}')
      execute function ${name}()`);
  return () => owner.query(`drop function ${name} cascade`);
}

describe('a notice that can’t be applied', () => {
  test('is put aside with the later ones about its gift, and holds up no other; staff replay it', async () => {
    const [poisoned, good, later] = [await gift(), await gift(), await gift()];
    const heal = await failsFor(poisoned);
    await shop.tell([
      { content: aUseOf(good, 1_000, 49_000, 2) },
      { content: aUseOf(poisoned, 1_000, 49_000, 2) },
      { content: aUseOf(poisoned, 1_000, 48_000, 3) },
      { content: aUseOf(later, 1_000, 49_000, 2) },
    ]);
    const applier = aProcess();
    await applier.applyAll();
    expect([await usesOf(good), await usesOf(poisoned), await usesOf(later)]).toEqual([1, 0, 1]);
    await shop.tell([
      { content: aUseOf(poisoned, 1_000, 47_000, 4) },
      { content: aUseOf(good, 1_000, 48_000, 3) },
    ]);
    await applier.applyAll();
    expect([await usesOf(good), await usesOf(poisoned)]).toEqual([2, 0]);
    const waiting = await unapplied(poisoned);
    expect(waiting).toMatchObject([
      { reason: 'failed', attempts: 1, problem: 'SQLSTATE P0001' },
      { reason: 'behind_another', attempts: 0 },
      { reason: 'behind_another', attempts: 0 },
    ]);
    expect(await metric('seonmul_notices_unapplied')).toContainEqual(
      expect.objectContaining({ labels: { sender: 'shop:haneul', reason: 'failed' }, value: 1 }),
    );

    const staff = aDoor(app, await aStaffSession(management, 'operator'));
    const shown = await staff('GET', '/v1/staff/unapplied-notices?limit=10');
    expect(shown.body.notices).toContainEqual(
      expect.objectContaining({
        order_id: poisoned,
        reason: 'failed',
        attempts: 1,
        first_seen_at: expect.any(String),
        content: expect.objectContaining({ entry_no: 2 }),
      }),
    );
    const support = aDoor(app, await aStaffSession(management, 'support'));
    const [first, second] = waiting.map(
      ({ unapplied_no }) => `/v1/staff/unapplied-notices/${unapplied_no}/replay`,
    );
    expect(await support('POST', first ?? '')).toMatchObject({ status: 403 });
    expect(await staff('POST', second ?? '')).toMatchObject({
      status: 200,
      body: { reason: 'behind_another' },
    });
    expect(await unapplied(poisoned)).toMatchObject([{ reason: 'failed', attempts: 2 }, {}, {}]);
    await heal();
    const replayed = await staff('POST', second ?? '');
    expect(replayed).toMatchObject({ status: 200, body: { applied_at: expect.any(String) } });
    expect(await unapplied(poisoned)).toEqual([]);
    expect(await usesOf(poisoned)).toBe(3);
    // Again it changes nothing, and what was done is on the record.
    expect(await staff('POST', first ?? '')).toMatchObject({ status: 200, body: { attempts: 3 } });
    expect(await usesOf(poisoned)).toBe(3);
    expect(await staff('POST', '/v1/staff/unapplied-notices/999999/replay')).toMatchObject({ status: 404 });
    const trail = await sql<{ n: bigint }>`
      select count(*) as n from audit_trail where action = 'replay_notice'`.execute(management.context.db);
    expect(Number(trail.rows[0]?.n)).toBe(4);
  });

  test('is tried again on its own, and those behind it follow in their order', async () => {
    const orderId = await gift();
    const heal = await failsFor(orderId);
    await shop.tell(
      [2, 3].map((entry) => ({ content: aUseOf(orderId, 1_000, 52_000 - entry * 1_000 - 1_000, entry) })),
    );
    await aProcess().applyAll();
    await heal();
    management.pass(HOUR_MS);
    await aProcess().applyAll();
    expect(await usesOf(orderId)).toBe(2);
  });

  test('those behind it follow, too, if the database goes away before them', async () => {
    const orderId = await gift();
    const heal = await failsFor(orderId);
    await shop.tell(
      [2, 3, 4].map((entry) => ({
        content: aUseOf(orderId, 1_000, 52_000 - entry * 1_000 - 1_000, entry),
      })),
    );
    await aProcess().applyAll();
    await heal();
    const name = `ends_${orderId.replaceAll('-', '')}`;
    await owner.query(`
      create function ${name}() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      create trigger ${name} before insert on certificate_uses for each row
        when (new.order_id = '${orderId}' and new.entry_no = 3) execute function ${name}()`);
    management.pass(HOUR_MS);
    await expect(aProcess().applyAll()).rejects.toThrow(/terminat/i);
    expect(await usesOf(orderId)).toBe(1);
    await owner.query(`drop function ${name} cascade`);
    // Until another process may take over.
    management.pass(HOUR_MS);
    await aProcess().applyAll();
    expect(await usesOf(orderId)).toBe(3);
  });

  test('because of what it says is put aside; so is what is no notice at all', async () => {
    const [poisoned, good] = [await gift(), await gift()];
    const said = await shop.tell([
      { content: aUseOf(poisoned, 1_000, 49_000, 2, { store_name: 'a\u0000b' }) },
      {
        content: aUseOf(good, 1_000, 49_000, 2),
        more: { trace_id: 'not a trace', occurred_at: '2026-03-01T00:00:00Z' },
      },
      { content: 'nothing' },
      { kind: 'Not A Kind', content: {} },
      { content: {}, more: { notice_id: 'x' } },
    ]);
    expect(said).toMatchObject({ status: 200 });
    await aProcess().applyAll();
    expect([await usesOf(poisoned), await usesOf(good)]).toEqual([0, 1]);
    expect(await unapplied(poisoned)).toMatchObject([{ reason: 'failed' }]);
    expect(await metric('seonmul_notices_unapplied')).toContainEqual(
      expect.objectContaining({ labels: { sender: 'shop:haneul', reason: 'unreadable' }, value: 3 }),
    );
  });
});

describe('another sender', () => {
  test('is not delayed by one whose gift somebody else has locked, which follows by itself', async () => {
    const [locked, free] = [await gift(), await gift()];
    await owner.query('start transaction');
    await owner.query('select 1 from orders where order_id = $1 for update', [locked]);
    await other.tell([{ content: aUseOf(locked, 1_000, 49_000, 2) }]);
    await shop.tell([
      { content: aUseOf(locked, 1_000, 49_000, 2) },
      { content: aUseOf(free, 1_000, 49_000, 2) },
      { content: aUseOf(locked, 1_000, 48_000, 3) },
    ]);
    const applier = aProcess();
    await applier.applyAll();
    expect([await usesOf(locked), await usesOf(free)]).toEqual([0, 1]);
    // What another shop tells of it is not believed in any case, and waits for no lock.
    expect(await unapplied(locked)).toMatchObject([{ reason: 'busy' }, { reason: 'behind_another' }]);
    await owner.query('commit');
    management.pass(SECOND_MS);
    await applier.applyAll();
    expect(await usesOf(locked)).toBe(2);
    expect(await unapplied(locked)).toEqual([]);
  });

  test('is applied while a batch of one is missing, whose later ones wait', async () => {
    const [waiting, free] = [await gift(), await gift()];
    const anyOrder = { more: { first_position: 1 } };
    const first = await shop.tell([{ content: aUseOf(free, 1_000, 49_000, 2) }]);
    const next = Number(first.body.acknowledged_batch_no) + 1;
    const early = { ...anyOrder, batch_no: next + 1 };
    const said = await shop.tell([{ content: aUseOf(waiting, 1_000, 48_000, 3) }], early);
    expect(said).toMatchObject({ status: 200, body: { expected_batch_no: `${next}` } });
    await other.tell([{ content: aUseOf(waiting, 1_000, 49_000, 2) }]);
    const applier = aProcess();
    await applier.applyAll();
    expect([await usesOf(waiting), await usesOf(free)]).toEqual([0, 1]);
    const missing = await metric('seonmul_notice_batches_missing');
    expect(missing).toContainEqual({ labels: { sender: 'shop:haneul' }, value: 1 });
    expect(missing).toContainEqual({ labels: { sender: 'shop:other' }, value: 0 });
    expect(await metric('seonmul_notice_batches_waiting')).toContainEqual({
      labels: { sender: 'shop:other' },
      value: 0,
    });
    await shop.tell([{ content: aUseOf(waiting, 1_000, 49_000, 2) }], { ...anyOrder, batch_no: next });
    await applier.applyAll();
    expect(await usesOf(waiting)).toBe(2);
  });
});

test('a kind that only a later version knows is kept, and applied by that version', async () => {
  const [orderId, free] = [await gift(), await gift()];
  await shop.tell([
    {
      kind: 'certificate_expired',
      content: aboutCertificate(orderId, { amount_minor: 50_000, currency: 'KRW' }),
    },
    { kind: 'certificate_polished', content: aboutCertificate(orderId) },
    { content: aUseOf(free, 1_000, 49_000, 2) },
  ]);
  const kinds = new Set(['certificate_issued', 'certificate_redeemed', 'redemption_reversed']);
  const earlier = noticeApplier(management.context, { ...reader(), kinds });
  await earlier.applyAll();
  expect(await usesOf(free)).toBe(1);
  expect(await unapplied(orderId)).toMatchObject([{ reason: 'unknown_kind' }, { reason: 'unknown_kind' }]);
  await earlier.stop();
  await aProcess().applyAll();
  expect((await eventsOf(management, orderId)).at(-1)).toBe('certificate_expired');
  expect(await unapplied(orderId)).toMatchObject([{ reason: 'unknown_kind', attempts: 0 }]);
});

describe('of two processes', () => {
  test('one applies a sender; the other takes over when it is gone, and the first can’t write any more', async () => {
    const orderId = await gift();
    const { context } = management;
    await shop.tell([{ content: aUseOf(orderId, 1_000, 49_000, 2) }]);
    const stale = await takeSender(context.db, 'shop:haneul', newId(), context.clock());
    if (stale === undefined) throw new Error('There was a lease already.');
    const second = aProcess();
    await second.applyAll();
    expect(await usesOf(orderId)).toBe(0);
    management.pass(10 * SECOND_MS);
    await second.applyAll();
    expect(await usesOf(orderId)).toBe(1);
    await shop.tell([{ content: aUseOf(orderId, 1_000, 48_000, 3) }]);
    await expect(applyNextSets(context, reader(), stale, 1)).rejects.toBeInstanceOf(LostLease);
    expect(await usesOf(orderId)).toBe(1);
    await second.applyAll();
    expect(await usesOf(orderId)).toBe(2);
  });

  test('what one stored before it died is applied by another', async () => {
    const orderId = await gift();
    await shop.tell([{ content: aUseOf(orderId, 1_000, 49_000, 2) }]);
    const dying = aProcess();
    const { db } = management.context;
    const { transaction } = db;
    Object.assign(db, { transaction: () => Promise.reject(new Error('Connection terminated')) });
    await expect(dying.applyAll().finally(() => Object.assign(db, { transaction }))).rejects.toThrow(
      'Connection terminated',
    );
    management.pass(10 * SECOND_MS);
    await aProcess().applyAll();
    expect(await usesOf(orderId)).toBe(1);
  });
});

test('the job applies what was told, and waits while there is nothing to do', async () => {
  const orderId = await gift();
  const { job, stop } = aProcess();
  await job.round();
  expect(await job.round()).toBe(0);
  await shop.tell([{ content: aUseOf(orderId, 1_000, 49_000, 2) }]);
  while ((await usesOf(orderId)) === 0) await job.round();
  await stop();
});
