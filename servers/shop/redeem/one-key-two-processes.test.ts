import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { cancelWait, waitForStandby } from '../../../test/harness/standby.ts';

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

test('a sale whose commit nobody else confirmed is not answered for before a standby has it', async () => {
  const phone = '+821055550002';
  const { certificate_id } = await shop.accepted(50_000, { phone });
  const verified = await shop.verify(terminal, { phone });
  const sale = {
    token: terminal.token,
    key: randomUUID(),
    body: {
      verification_token: verified.body.verification_token,
      sale_reference: 'till-2',
      lines: [{ certificate_id, amount_minor: 1 }],
    },
  };
  expect((await shop.call('POST', '/v1/redemptions', sale)).status).toBe(201);
  await waitForStandby(shop.ownerUrl);
  const other = await shop.anotherProcess();
  const retried = shop.call('POST', '/v1/redemptions', { ...sale, app: other.app });
  await cancelWait(shop.ownerUrl);
  expect(await retried).toMatchObject({ status: 503 });
  await other.close();
});
