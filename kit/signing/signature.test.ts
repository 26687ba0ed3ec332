import { createPrivateKey, createPublicKey } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { expect, test } from 'vitest';
import type { PartyKey } from './keys.ts';
import { checkSignature, plainHeaders, signerOf } from './signature.ts';

// RFC 9421, appendices B.1.4 (the key), B.2 (the request) and B.2.6 (its signature).
const jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
  x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
} as const;
const request = {
  method: 'POST',
  url: 'https://example.com/foo?param=Value&Pet=dog',
  headers: {
    host: 'example.com',
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-length': '18',
  },
};
const signed = {
  'signature-input':
    'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
  signature:
    'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
};
const key: PartyKey = {
  party: 'rfc',
  role: 'rfc',
  keyid: 'test-key-ed25519',
  publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
  validFrom: new Date(0),
  validUntil: undefined,
};
const check = (message: typeof request & { headers: Record<string, string> }) =>
  checkSignature({
    message,
    request: undefined,
    required: ['"@method"', '"date"'],
    keyOf: (keyid) => (keyid === key.keyid ? key : undefined),
  });

test("the RFC's Ed25519 signature is accepted, but not with another path, host, date or method", async () => {
  const whole = { ...request, headers: { ...request.headers, ...signed } };
  expect(await check(whole)).toMatchObject({
    ok: true,
    stated: { label: 'sig-b26', created: new Date(1_618_884_473_000), nonce: undefined },
  });
  const invalid = { ok: false, code: 'signature_invalid' };
  expect(await check({ ...whole, url: 'https://example.com/bar' })).toEqual(invalid);
  expect(await check({ ...whole, url: 'https://example.org/foo' })).toEqual(invalid);
  expect(await check({ ...whole, method: 'PUT' })).toEqual(invalid);
  const later = { ...whole.headers, date: 'Tue, 20 Apr 2021 02:07:56 GMT' };
  expect(await check({ ...whole, headers: later })).toEqual(invalid);
});

test("our signer reproduces the RFC's Ed25519 signature", async () => {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const made = await httpbis.signMessage(
    {
      name: 'sig-b26',
      key: signerOf({ party: 'rfc', keyid: key.keyid, privateKey, publicJwk: jwk }),
      fields: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
      params: ['created', 'keyid'],
      paramValues: { created: new Date(1_618_884_473_000) },
    },
    request,
  );
  expect(plainHeaders(made.headers)).toMatchObject(signed);
});
