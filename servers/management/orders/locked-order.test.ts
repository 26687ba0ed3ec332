import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOffer, aReadBack, confirmReadBack, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';

let management: TestManagement;
let owner: Client;
beforeAll(async () => {
  management = await aManagement();
  owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await management?.close();
});

test('many requests for an order that is locked keep nobody from buying another gift', async () => {
  const locked = await aReadBack(management);
  await owner.query('start transaction');
  await owner.query('select from orders where order_id = $1 for update', [locked]);
  const confirming = Promise.allSettled(
    Array.from({ length: 40 }, () => confirmReadBack(management, locked)),
  );

  const other = await anOffer(management);
  expect(await stateOf(management, other)).toBe('offered');

  expect(await stateOf(management, locked)).toBe('awaiting_confirmation');
  await owner.query('rollback');
  await confirming;
  await confirmReadBack(management, locked);
  expect(await stateOf(management, locked)).toBe('offered');
});
