import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { createSettlementApp } from '../../servers/settlement/app.ts';
import { ALARMS } from '../../servers/settlement/watched.ts';
import { aSettlement, type Settlement } from '../builders/settlement.ts';
import { type Planter, planter, watching } from './planted.ts';

const ID = '01980000-0000-7000-8000-00000000000a';

let settlement: Settlement;
let app: App;
let plant: Planter;
let raised: ReturnType<typeof watching>;
beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
  plant = await planter(settlement.base.ownerUrl);
  raised = watching(app.metrics, settlement.context.clock, ALARMS);
});
afterAll(async () => {
  await plant?.end();
  await app?.close();
  await settlement?.base.drop();
});

const now = () => settlement.base.time.now;
const before = (ms: number) => new Date(now().getTime() - ms);

test.each<[string, () => Promise<void>, () => Promise<void>]>([
  [
    'SeonmulSettlementDiffers',
    () =>
      plant.insert('differences', {
        about: 'movement',
        subject_id: ID,
        movement_id: ID,
        kind: 'unknown_to_us',
        state: 'open',
        closed_at: null,
      }),
    () => plant.query('delete from differences'),
  ],
  [
    'SeonmulDisputesOpen',
    () =>
      plant.insert('disputes', { state: 'open', payment_id: ID, amount_minor: 1_000, reason: 'fraudulent' }),
    () => plant.query('delete from disputes'),
  ],
  [
    'SeonmulPayoutsWaiting',
    () =>
      plant.insert('payouts', {
        state: 'planned',
        requested_at: before(DAY_MS + HOUR_MS),
        gross_minor: 1,
        net_minor: 1,
      }),
    () => plant.query('delete from payouts'),
  ],
  [
    'SeonmulPayoutsUnanswered',
    () =>
      plant.insert('payouts', {
        state: 'sent',
        requested_at: before(4 * DAY_MS),
        gross_minor: 1,
        net_minor: 1,
      }),
    () => plant.query('delete from payouts'),
  ],
  [
    'SeonmulBankFilesWaiting',
    () => plant.insert('bank_files', { direction: 'to_bank' }),
    () => plant.query('update bank_files set taken_at = created_at'),
  ],
])('%s is raised by what it is for, and ends with it', async (alarm, begin, end) => {
  expect(await raised()).not.toContain(alarm);
  await begin();
  expect(await raised()).toContain(alarm);
  await end();
  expect(await raised()).not.toContain(alarm);
});
