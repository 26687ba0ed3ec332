import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aReconciledSettlement } from '../../../test/builders/reconciliation.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { createSettlementApp } from '../app.ts';
import { pollReconciliations } from '../reconciliation/run.ts';

let settlement: Awaited<ReturnType<typeof aReconciledSettlement>>;
let app: App;
let send: ReturnType<typeof staffDoor>;
let treasurer: string;
let auditor: string;
beforeAll(async () => {
  settlement = await aReconciledSettlement();
  app = await createSettlementApp(settlement.context);
  send = staffDoor(app);
});
afterAll(async () => {
  await app?.close();
  await settlement?.close();
});

const START_PATH = '/v1/staff/reconciliations';
const DIFFERENCES_PATH = '/v1/staff/differences';
const metric = async (name: string) =>
  (await app.metrics.metrics()).split('\n').filter((line) => line.startsWith(`${name}{`));
async function logIn() {
  treasurer = await aStaffSession(settlement, 'treasurer');
  auditor = await aStaffSession(settlement, 'auditor');
}
const differences = async (query: string) => {
  const { body } = await send('GET', `${DIFFERENCES_PATH}?${query}`, { token: auditor });
  return body.differences as { difference_id: string; kind: string; state: string; order_id: string }[];
};

test('a treasurer has a day compared, once for a key', async () => {
  await logIn();
  expect(await metric('seonmul_reconciliation_last_success_timestamp_seconds')).toEqual([
    'seonmul_reconciliation_last_success_timestamp_seconds{acquirer="stripe"} 0',
  ]);
  await settlement.captured();
  settlement.base.time.now = addMs(settlement.base.time.now, HOUR_MS);
  const [body, key] = [{ acquirer: 'stripe', day: '2026-03-01' }, newId()];
  const asked = await send('POST', START_PATH, { token: treasurer, body, key });
  expect(asked).toMatchObject({ status: 201, body: { ...body, state: 'listing', movements: 0 } });
  expect(await send('POST', START_PATH, { token: treasurer, body, key })).toEqual(asked);
  for (let did = 1; did > 0; ) did = await pollReconciliations(settlement.context);
  const { body: listed } = await send('GET', START_PATH, { token: auditor });
  expect(listed.reconciliations).toEqual([
    {
      ...asked.body,
      ...{ state: 'done', pages: 1, movements: 1 },
      finished_at: settlement.base.time.now.toISOString(),
    },
  ]);
  expect(await metric('seonmul_reconciliation_last_success_timestamp_seconds')).toEqual([
    `seonmul_reconciliation_last_success_timestamp_seconds{acquirer="stripe"} ${settlement.base.time.now.getTime() / 1_000}`,
  ]);
});

test.each([
  ['an auditor', 'stripe', '2026-03-01', 'forbidden'],
  ['an acquirer that there isn’t', 'other', '2026-03-01', 'not_found'],
  ['tomorrow', 'stripe', '2026-03-02', 'date_invalid'],
])('it is refused for %s', async (who, acquirer, day, code) => {
  const token = who === 'an auditor' ? auditor : treasurer;
  const { body } = await send('POST', START_PATH, { token, body: { acquirer, day } });
  expect(body.code).toBe(code);
});

test('differences are listed and counted; a treasurer closes one with a reason, and it comes back only changed', async () => {
  const payment = await settlement.captured();
  const refund = { ...settlement.ofPayment(payment), reporting_category: 'refund', amount: -1_000 };
  settlement.books.add(refund);
  await settlement.night();
  await logIn();
  const [found, ...others] = await differences('state=open');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    ...{ acquirer: 'stripe', about: 'refund', kind: 'unknown_to_us', order_id: payment.order_id },
    ...{ ours_minor: 0, theirs_minor: 1_000, currency: 'KRW' },
  });
  const counted = 'seonmul_settlement_differences_open{acquirer="stripe",kind="unknown_to_us"}';
  expect(await metric('seonmul_settlement_differences_open')).toEqual([`${counted} 1`]);
  expect(await differences(`payment_id=${newId()}`)).toEqual([]);
  expect(await differences('kind=charged_twice')).toEqual([]);
  expect(await differences(`before=${found?.difference_id}`)).toEqual([]);

  const at = `${DIFFERENCES_PATH}/${found?.difference_id}/dismissal`;
  const body = { reason: 'The shop refunded it at Stripe’s page.' };
  expect((await send('POST', at, { token: auditor, body })).body.code).toBe('forbidden');
  expect(await send('POST', at, { token: treasurer, body })).toMatchObject({
    ...{ status: 200 },
    body: { state: 'closed', closed_because: 'dismissed', dismissed_because: body.reason },
  });
  expect((await send('POST', at, { token: treasurer, body })).body.code).toBe('wrong_state');
  const unknown = `${DIFFERENCES_PATH}/${newId()}/dismissal`;
  expect((await send('POST', unknown, { token: treasurer, body })).body.code).toBe('not_found');

  await settlement.refund(payment.order_id, 2_000);
  await settlement.night();
  await logIn();
  expect(await differences('state=open')).toMatchObject([{ kind: 'unknown_to_us', ours_minor: 2_000 }]);
});
