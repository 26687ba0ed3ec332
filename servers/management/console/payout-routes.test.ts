import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/accept-offer.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const as = async (role: string): Promise<Door> => aDoor(app, await aStaffSession(management, role));

describe('payouts', () => {
  test('show what is due, then what was paid', async () => {
    const order_id = await anOffer(management);
    doneOf(await acceptOffer(management.context, order_id, { pin: '739258' }));
    const use = { order_id, redemption_id: newId() };
    await bookUse(management, { ...use, amount_minor: 20_000, balance_minor: 30_000, entry_no: 2 });
    const reversal = { kind: 'redemption_reversed', amount_minor: 5_000, balance_minor: 35_000 } as const;
    await bookUse(management, { ...use, ...reversal, entry_no: 3 });
    const operator = await as('operator');
    const looked = async () => (await operator('GET', '/v1/staff/payouts')).body;
    expect(await looked()).toMatchObject({
      payable: [
        { shop_id: 'haneul', payable_minor: 15_000, uses: 2 },
        { shop_id: 'haneul-mall', payable_minor: 0, uses: 0 },
      ],
      payouts: [],
    });
    expect(await operator('POST', '/v1/staff/payouts', { shop_id: 'haneul' })).toMatchObject({ status: 201 });
    const paid = await looked();
    expect(paid).toMatchObject({
      payable: [{ shop_id: 'haneul', payable_minor: 0, uses: 0 }, {}],
      payouts: [{ gross_minor: 15_000, commission_minor: 375, net_minor: 14_625, state: 'paid' }],
    });
    const [payout] = paid.payouts as { payout_id: string }[];
    const rest = await operator('GET', `/v1/staff/payouts?before=${payout?.payout_id}`);
    expect(rest.body).toMatchObject({ payouts: [] });
  });

  test('are not shown to support', async () => {
    expect(await (await as('support'))('GET', '/v1/staff/payouts')).toMatchObject({ status: 403 });
    expect(await (await as('auditor'))('GET', '/v1/staff/payouts')).toMatchObject({ status: 200 });
  });
});
