import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, DAY_MS, koreanDayOf } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { createSettlementApp } from '../app.ts';
import { readTrends } from './trends.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

const NOTHING = { captured_minor: 0, refunded_minor: 0, paid_out_minor: 0, returned_minor: 0 };

test('what was captured and given back stands by the day on which it was paid, beside the days before', async () => {
  expect(await readTrends(settlement.context, 8)).toEqual({ currencies: [] });
  const [old, kept, refused] = [randomUUID(), randomUUID(), randomUUID()];
  await settlement.authorise(old, 30_000);
  await settlement.capture(old, 30_000);
  settlement.base.time.now = addMs(settlement.base.time.now, 7 * DAY_MS);
  await settlement.authorise(kept, 50_000);
  await settlement.capture(kept, 50_000);
  await settlement.refund(kept, 20_000);
  await settlement.authorise(refused, 90_000);
  const { currencies } = await readTrends(settlement.context, 8);
  const dayAgo = (days: number) => koreanDayOf(addMs(settlement.context.clock(), -days * DAY_MS));
  expect(currencies).toEqual([
    {
      currency: 'KRW',
      days: [
        { day: dayAgo(7), ...NOTHING, captured_minor: 30_000 },
        ...[6, 5, 4, 3, 2, 1].map((ago) => ({ day: dayAgo(ago), ...NOTHING })),
        { day: dayAgo(0), ...NOTHING, captured_minor: 50_000, refunded_minor: 20_000 },
      ],
    },
  ]);
});

test('is for all staff, and nobody else', async () => {
  const send = staffDoor(app);
  const auditor = await aStaffSession(settlement, 'auditor');
  const { status, body } = await send('GET', '/v1/staff/trends?days=2', { token: auditor });
  expect([status, body.currencies]).toMatchObject([200, [{ days: [{}, {}] }]]);
  expect((await send('GET', '/v1/staff/trends', {})).status).toBe(401);
});
