import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let owner: Client;
beforeAll(async () => {
  shop = await TestShop.open();
  owner = new Client({ connectionString: shop.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await shop?.close();
});

test('many reversals that need a locked certificate keep no till from selling', async () => {
  const terminal = await shop.terminal();
  const locked = await shop.accepted(50_000);
  const other = await shop.accepted(50_000);
  await shop.signIn(terminal);
  const opened = await shop.opened(terminal);
  const sell = ({ certificate_id }: { certificate_id: string }) =>
    shop.redeem(terminal, opened, [{ certificate_id, amount_minor: 1_000 }]);
  const use = ((await sell(locked)).body.lines as { redemption_id: string }[])[0]?.redemption_id;
  await owner.query('start transaction');
  await owner.query('select from certificate_balances where certificate_id = $1 for update', [
    locked.certificate_id,
  ]);
  const reverse = () =>
    shop.call('POST', `/v1/redemptions/${use}/reversal`, { token: terminal.token, key: newId() });
  const reversing = Promise.all(Array.from({ length: 40 }, reverse));

  for (let sales = 0; sales < 3; sales++) expect((await sell(other)).status).toBe(201);

  await owner.query('rollback');
  const statuses = (await reversing).map(({ status }) => status);
  expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
  expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(1);
  expect((await reverse()).body.code ?? 'reversed').toMatch(/^(already_reversed|reversed)$/);
});
