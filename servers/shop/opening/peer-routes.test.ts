import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
async function proofOf(
  keyed: { phone: string; pin: string; code?: string; new_pin?: string },
  proof_id = newId(),
) {
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

test('a wrong PIN and a number without certificates get the same refusal; three wrong PINs are all there are', async () => {
  const phone = '+821077778889';
  await shop.accepted(10_000, { phone });
  for (let time = 0; time < 2; time++)
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

describe('a new PIN by the old one', () => {
  const change = async (
    keyed: { phone: string; pin?: string; new_pin?: string },
    { key = newId(), proof }: { key?: string; proof?: object } = {},
  ) => shop.peer('POST', '/v1/peer/pin-changes', proof ?? (await proofOf({ pin: PIN, ...keyed })), key);

  test('replaces it on all certificates that the old one opens, once per key', async () => {
    const phone = '+821077778891';
    for (const amount of [10_000, 20_000]) await shop.accepted(amount, { phone });
    await shop.accepted(30_000, { phone, pin: '902745' });
    const [key, proof] = [newId(), await proofOf({ phone, pin: PIN, new_pin: NEW_PIN })];
    const changed = await change({ phone }, { key, proof });
    expect(changed).toMatchObject({ status: 200, body: { changed: 2 } });
    // The old PIN opens nothing now, and a retry doesn't count as a wrong one.
    for (let n = 0; n < 6; n++) expect(await change({ phone }, { key, proof })).toEqual(changed);
    expect((await askBalance({ phone, pin: PIN })).body.code).toBe('pin_or_phone_wrong');
    expect((await askBalance({ phone, pin: NEW_PIN })).body.certificates).toHaveLength(2);
    expect((await askBalance({ phone, pin: '902745' })).body.certificates).toHaveLength(1);
  });

  test('of two at once, one is made', async () => {
    const phone = '+821077778892';
    await shop.accepted(10_000, { phone });
    const replies = await Promise.all([NEW_PIN, '902745'].map((new_pin) => change({ phone, new_pin })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  test.each([
    ['pin_or_phone_wrong', { pin: '000001', new_pin: NEW_PIN }],
    ['pin_sequence', { new_pin: '123456' }],
    ['pin_contains_phone', { new_pin: '778893' }],
    ['sealed_pin_unreadable', {}],
  ])('is refused with %s, and changes nothing', async (code, keyed) => {
    const phone = '+821077778893';
    await shop.accepted(10_000, { phone });
    expect((await change({ phone, ...keyed })).body.code).toBe(code);
    expect((await askBalance({ phone, pin: PIN })).status).toBe(200);
  });

  test('is not given after three wrong ones', async () => {
    const phone = '+821077778894';
    await shop.accepted(10_000, { phone });
    for (let n = 0; n < 3; n++) await change({ phone, pin: '000001', new_pin: NEW_PIN });
    expect((await change({ phone, new_pin: NEW_PIN })).body.code).toBe('certificate_locked');
  });
});
