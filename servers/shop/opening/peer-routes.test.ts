import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { sealProof } from '../../../kit/sealed-pin.ts';
import { PIN, TestShop } from '../../../test/builders/shop-server.ts';

const PHONE = '+821077778888';
const CALLER = 'caller_0123456789';
const NEW_PIN = '816305';

let shop: TestShop;
beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());

/** What a caller entered on the phone, sealed as management seals it. */
async function proofOf(keyed: { phone: string; pin: string; code?: string }, proof_id = newId()) {
  return { proof_id, caller: CALLER, sealed_proof: await sealProof(shop.sealing, { proof_id, ...keyed }) };
}

async function askBalance(keyed: { phone: string; pin: string }) {
  return shop.peer('POST', '/v1/peer/balance-inquiries', await proofOf(keyed));
}

test('a sealed phone number and PIN get the balance and nothing else', async () => {
  const { certificate_id, number } = await shop.accepted(50_000, { phone: PHONE });
  const reply = await askBalance({ phone: PHONE, pin: PIN });
  expect(reply).toMatchObject({
    status: 200,
    body: { certificates: [{ last4: number.slice(-4), balance_minor: 50_000, currency: 'KRW' }] },
  });
  for (const secret of [certificate_id, number, '홍']) expect(reply.raw).not.toContain(secret);
});

test('a wrong PIN and a number without certificates get the same refusal; five wrong PINs lock', async () => {
  const phone = '+821077778889';
  await shop.accepted(10_000, { phone });
  for (let time = 0; time < 4; time++)
    expect((await askBalance({ phone, pin: '000002' })).body.code).toBe('pin_or_phone_wrong');
  expect((await askBalance({ phone: '+821077770000', pin: PIN })).body.code).toBe('pin_or_phone_wrong');
  await askBalance({ phone, pin: '000003' });
  expect((await askBalance({ phone, pin: PIN })).body.code).toBe('certificate_locked');
});

test('a proof for another request, or sealed for someone else, is unreadable', async () => {
  const proof = await proofOf({ phone: PHONE, pin: PIN });
  for (const wrong of [
    { ...proof, proof_id: newId() },
    { ...proof, sealed_proof: 'x.y.z' },
  ])
    expect((await shop.peer('POST', '/v1/peer/balance-inquiries', wrong)).body.code).toBe(
      'sealed_pin_unreadable',
    );
  expect((await shop.peer('POST', '/v1/peer/balance-inquiries', { ...proof, more: 1 })).status).toBe(400);
});

test('a code by text and a new PIN, both entered on the phone, replace the PIN', async () => {
  const phone = '+821077778890';
  await shop.accepted(30_000, { phone });
  const asked = { phone, locale: 'ko', caller: CALLER };
  const sent = await shop.peer('POST', '/v1/peer/unlock-codes', asked);
  const nobody = await shop.peer('POST', '/v1/peer/unlock-codes', { ...asked, phone: '+821077770001' });
  expect([nobody.status, nobody.body]).toEqual([sent.status, sent.body]);
  const code = /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
  const wrong = await proofOf({ phone, pin: NEW_PIN, code: code === '000000' ? '000001' : '000000' });
  expect((await shop.peer('POST', '/v1/peer/unlocks', wrong)).body.code).toBe('verification_code_wrong');
  const right = await proofOf({ phone, pin: NEW_PIN, code });
  expect(await shop.peer('POST', '/v1/peer/unlocks', right)).toMatchObject({ status: 200 });
  expect((await askBalance({ phone, pin: PIN })).body.code).toBe('pin_or_phone_wrong');
  expect((await askBalance({ phone, pin: NEW_PIN })).status).toBe(200);
});
