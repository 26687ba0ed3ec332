import { Client, escapeLiteral } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { anOffer, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { measureStuck } from '../console/stuck-orders.ts';
import { expireOffers } from './due-orders.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  measureStuck(app.metrics, management.context);
});
afterAll(async () => {
  await app?.close();
  await management?.close();
});

async function asOwner(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: management.ownerUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Every change to the order fails, as if something in it were broken. */
const breakOrder = (orderId: string) =>
  asOwner(
    `create or replace function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`,
    `create trigger broken before update on orders for each row
      when (new.order_id = ${escapeLiteral(orderId)}) execute function broken()`,
  );

async function stuckOf(orderId: string): Promise<unknown> {
  const door = aDoor(app, await aStaffSession(management, 'operator'));
  const { body } = await door('GET', '/v1/staff/stuck-orders');
  const orders = body.orders as { order_id: string; stuck: unknown }[];
  return orders.find(({ order_id }) => order_id === orderId)?.stuck;
}

const stuckMetric = async () => {
  const metrics = await app.metrics.getMetricsAsJSON();
  return metrics.find(({ name }) => name === 'seonmul_stuck_orders')?.values[0]?.value;
};

describe('an order that a job fails at', () => {
  test('holds up no other, is tried again later and later, and is shown until it goes on', async () => {
    const broken = await anOffer(management);
    const others = [await anOffer(management), await anOffer(management)];
    await breakOrder(broken);
    management.pass(7 * DAY_MS + SECOND_MS);

    expect(await expireOffers(management.context)).toBe(2);
    for (const order of others) expect(await stateOf(management, order)).toBe('refunded');
    expect(await stateOf(management, broken)).toBe('offered');
    const shown = { reason: 'work_failed', step: 'unanswered', problem: 'SQLSTATE P0001' };
    expect(await stuckOf(broken)).toMatchObject({ ...shown, attempts: 1 });
    expect(await stuckMetric()).toBe(1);

    // It waits: the next round doesn't touch it, a later one does and waits twice as long.
    await expireOffers(management.context);
    expect(await stuckOf(broken)).toMatchObject({ attempts: 1 });
    management.pass(11 * SECOND_MS);
    await expireOffers(management.context);
    expect(await stuckOf(broken)).toMatchObject({ attempts: 2 });
    management.pass(11 * SECOND_MS);
    await expireOffers(management.context);
    expect(await stuckOf(broken)).toMatchObject({ attempts: 2 });
    management.pass(10 * SECOND_MS);
    await expireOffers(management.context);
    expect(await stuckOf(broken)).toMatchObject({ attempts: 3 });

    await asOwner('drop trigger broken on orders');
    management.pass(MINUTE_MS);
    expect(await expireOffers(management.context)).toBe(1);
    expect(await stateOf(management, broken)).toBe('refunded');
    expect(await stuckOf(broken)).toBeUndefined();
    expect(await stuckMetric()).toBe(0);
  });

  test('is tried at least once an hour', async () => {
    const broken = await anOffer(management);
    await breakOrder(broken);
    management.pass(7 * DAY_MS + SECOND_MS);
    for (let tries = 0; tries < 12; tries++) {
      await expireOffers(management.context);
      management.pass(HOUR_MS);
    }
    expect(await stuckOf(broken)).toMatchObject({ attempts: 12 });
  });
});
