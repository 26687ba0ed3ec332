import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, importJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateSealingKeyPair, openPin, sealPin } from './sealed-pin.ts';

const payload = {
  certificate_id: '0199c1a0-0000-7000-8000-000000000001',
  certificate_number: '4829150000000004',
  pin: '482915',
  phone: '+821012345678',
  sealed_at: '2026-01-02T03:04:05.678Z',
};
const unreadable = { ok: false, code: 'sealed_pin_unreadable' };

let shop: Awaited<ReturnType<typeof generateSealingKeyPair>>;
let other: Awaited<ReturnType<typeof generateSealingKeyPair>>;
let keys: Map<string, typeof shop.privateJwk>;

beforeAll(async () => {
  shop = await generateSealingKeyPair('shop-1');
  other = await generateSealingKeyPair('shop-1');
  keys = new Map([['shop-1', shop.privateJwk]]);
});

describe('a sealed PIN', () => {
  test('is opened by the shop that it was sealed for', async () => {
    const jwe = await sealPin(shop.publicJwk, payload);
    expect(await openPin(keys, jwe, payload.certificate_id)).toEqual({ ok: true, value: payload });
    expect(decodeProtectedHeader(jwe)).toMatchObject({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      kid: 'shop-1',
      cty: 'application/json',
    });
    expect(jwe).not.toContain(Buffer.from(payload.pin).toString('base64url'));
  });

  test('is opened by a library for JWE, and one that the library sealed is opened here', async () => {
    const jwe = await sealPin(shop.publicJwk, payload);
    const { plaintext } = await compactDecrypt(jwe, await importJWK(shop.privateJwk, 'ECDH-ES+A256KW'));
    expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual(payload);
    const theirs = await new CompactEncrypt(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ ...HEADER(), kid: 'shop-1' })
      .setKeyManagementParameters({ apu: Buffer.from(payload.certificate_id) })
      .encrypt(await importJWK(shop.publicJwk, 'ECDH-ES+A256KW'));
    expect(await openPin(keys, theirs, payload.certificate_id)).toEqual({ ok: true, value: payload });
  });

  test('is not opened for another certificate', async () => {
    const jwe = await sealPin(shop.publicJwk, payload);
    expect(await openPin(keys, jwe, 'another')).toEqual(unreadable);
  });

  test('is not opened with another key, or without the key it names', async () => {
    const jwe = await sealPin(other.publicJwk, payload);
    expect(await openPin(keys, jwe, payload.certificate_id)).toEqual(unreadable);
    expect(await openPin(new Map(), jwe, payload.certificate_id)).toEqual(unreadable);
  });

  test('is not opened after any change', async () => {
    const parts = (await sealPin(shop.publicJwk, payload)).split('.');
    for (const at of parts.keys()) {
      const changed = parts.map((part, i) =>
        i === at ? (part.startsWith('A') ? 'B' : 'A') + part.slice(1) : part,
      );
      expect(await openPin(keys, changed.join('.'), payload.certificate_id)).toEqual(unreadable);
    }
  });

  test.each(['', '....', 'x', 'a.b.c.d.e', 'A'.repeat(5_000), 'eyJhbGciOiJub25lIn0..'])(
    'invalid JWE %# is refused',
    async (jwe) => {
      expect(await openPin(keys, jwe, payload.certificate_id)).toEqual(unreadable);
    },
  );

  test.each([
    ['a weaker algorithm', { alg: 'ECDH-ES', enc: 'A256GCM', typ: 'seonmul-sealed-pin' }, payload],
    ['another type', { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'JWT' }, payload],
    ['another certificate inside', HEADER(), { ...payload, certificate_id: 'another' }],
    ['a PIN of letters', HEADER(), { ...payload, pin: 'abcdef' }],
    ['unknown members', HEADER(), { ...payload, more: 1 }],
  ])('with %s is refused', async (_what, header, content) => {
    const jwe = await new CompactEncrypt(Buffer.from(JSON.stringify(content)))
      .setProtectedHeader({ ...header, kid: 'shop-1' })
      .setKeyManagementParameters({ apu: Buffer.from(payload.certificate_id) })
      .encrypt(await importJWK(shop.publicJwk, header.alg));
    expect(await openPin(keys, jwe, payload.certificate_id)).toEqual(unreadable);
  });
});

function HEADER() {
  return { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'seonmul-sealed-pin' };
}
