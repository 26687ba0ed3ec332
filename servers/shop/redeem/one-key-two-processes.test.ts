import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

test('one key sent to two processes at the same moment gets one answer from both', async () => {
  const other = await shop.anotherProcess();
  const phone = '+821055550001';
  const { certificate_id } = await shop.accepted(50_000, { phone });
  const verified = await shop.verify(terminal, { phone });
  const body = {
    verification_token: verified.body.verification_token,
    sale_reference: 'till-1',
    lines: [{ certificate_id, amount_minor: 1 }],
  };
  const answers: string[] = [];
  for (let round = 0; round < 200; round++) {
    const key = randomUUID();
    const both = await Promise.all(
      [shop.app, other.app].map((app) =>
        shop.call('POST', '/v1/redemptions', { token: terminal.token, key, body, app }),
      ),
    );
    answers.push(
      both.map(({ status }) => status).join(' '),
      both[0]?.raw === both[1]?.raw ? 'same' : 'differ',
    );
  }
  await other.close();
  expect(new Set(answers)).toEqual(new Set(['201 201', 'same']));
}, 60_000);
