import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Certificate, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let certificate: Certificate;
let nextPhone = 60_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());
beforeEach(async () => {
  nextPhone += 1;
  phone = `+8210${nextPhone}`;
  certificate = await shop.accepted(50_000, { phone });
});

const sell = (verification_token: string) =>
  shop.call('POST', '/v1/redemptions', {
    token: terminal.token,
    key: randomUUID(),
    body: {
      verification_token,
      sale_reference: 'till-1',
      lines: [{ certificate_id: certificate.certificate_id, amount_minor: 1_000 }],
    },
  });

test('a token to which something was added opens nothing', async () => {
  const { verification_token } = (await shop.verify(terminal, { phone })).body as {
    verification_token: string;
  };
  for (const added of ['!', '=', '.', ' ', '!!!!'])
    expect([added, (await sell(verification_token + added)).body.code]).toEqual([
      added,
      'verification_expired',
    ]);
});

test('wrong PINs end no token: a stranger who guesses at a till doesn’t stop whoever is paying', async () => {
  const { verification_token } = (await shop.verify(terminal, { phone })).body as {
    verification_token: string;
  };
  for (let n = 0; n < 6; n++) await shop.verify(terminal, { phone, pin: '481620' });
  expect((await shop.verify(terminal, { phone })).body.code).toBe('certificate_locked');
  expect((await sell(verification_token)).status).toBe(201);
});
