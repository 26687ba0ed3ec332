import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../../kit/clock.ts';
import { parseCsv } from '../../../kit/csv.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anAcceptedGift, anOffer, anOrder } from '../../../test/builders/gifts.ts';
import { aManagement, SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
let support: Door;
let supportToken: string;
let [ordered, offered, accepted]: string[] = [];
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  supportToken = await aStaffSession(management, 'support');
  support = aDoor(app, supportToken);
  ordered = await anOrder(management);
  offered = await anOffer(management);
  accepted = await anAcceptedGift(management);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

/** The day in Korea. */
const today = () => new Date(management.context.clock().getTime() + 9 * HOUR_MS).toISOString().slice(0, 10);

/** A file's rows, with its heads. */
async function exported(path: string, token: string) {
  const url = `/v1/staff/exports/${path}`;
  const reply = await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
  return { text: reply.body, rows: parseCsv(reply.body).map(({ cells }) => cells) };
}

describe('gifts', () => {
  const list = async (query: string) => {
    const { body } = await support('GET', `/v1/staff/orders?${query}`);
    return (body.orders as { order_id: string }[]).map(({ order_id }) => order_id);
  };

  test.each([
    ['everything', () => '', () => [accepted, offered, ordered]],
    ['a state', () => 'state=offered', () => [offered]],
    ['a shop', () => 'shop_id=haneul-mall', () => []],
    ['a day', () => `from=${today()}&until=${today()}`, () => [accepted, offered, ordered]],
    ['a day before', () => 'until=2020-01-01', () => []],
    ['a page', () => `limit=1&before=${accepted}`, () => [offered]],
    ['a search and a state', () => `query=${SHOP_MEMBER.phone.slice(1)}&state=declined`, () => []],
    ['a search', () => `query=${encodeURIComponent(SHOP_MEMBER.phone)}`, () => [accepted, offered]],
  ])('are listed by %s, newest first', async (_what, query, expected) => {
    expect(await list(query())).toEqual(expected());
  });

  test('are exported with the filters of the list, masked, which the audit trail says', async () => {
    const { text, rows: all } = await exported('orders.csv?state=offered', supportToken);
    const [heads, ...rows] = all;
    expect(heads?.slice(0, 4)).toEqual(['order_id', 'created_at', 'shop_id', 'state']);
    expect(rows.map(([id]) => id)).toEqual([offered]);
    expect(text).not.toContain(SHOP_MEMBER.phone.slice(-8));
    const trail = await sql<{ action: string }>`
      select action from audit_trail order by audit_id desc limit 1`.execute(management.context.db);
    expect(trail.rows).toEqual([{ action: 'export_orders' }]);
  });
});

describe('messages', () => {
  const list = async (query: string) => {
    const { body } = await support('GET', `/v1/staff/messages?${query}`);
    return body.messages as { kind: string; channel: string; state: string; order_id?: string }[];
  };

  test('are listed by state, channel, kind and day, masked, with their gift', async () => {
    const all = await list('');
    expect(all.length).toBeGreaterThan(2);
    const arrived = await list('kind=recipient.gift_arrived');
    expect(arrived.map(({ order_id }) => order_id)).toEqual([accepted, offered]);
    expect(JSON.stringify(all)).not.toContain(SHOP_MEMBER.phone.slice(-8));
    expect(await list('channel=voice')).toEqual([]);
    expect(await list('state=failed')).toEqual([]);
    expect(await list('until=2020-01-01')).toEqual([]);
    expect((await list(`from=${today()}`)).length).toBe(all.length);
  });

  test('are exported like that', async () => {
    const { rows } = await exported('messages.csv?kind=recipient.gift_arrived', supportToken);
    expect(rows).toHaveLength(3);
  });
});

test('payouts are exported by whoever may see them', async () => {
  expect(await support('GET', '/v1/staff/exports/payouts.csv')).toMatchObject({ status: 403 });
  const { rows } = await exported('payouts.csv?state=paid', await aStaffSession(management, 'auditor'));
  expect(rows.map(([head]) => head)).toEqual(['payout_id']);
});
