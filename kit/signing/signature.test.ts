import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { httpbis, type VerifyConfig } from 'http-message-signatures';
import { describe, expect, test } from 'vitest';
import { signatureBase } from './base.ts';
import type { PartyKey, SigningKey } from './keys.ts';
import { signRequest } from './request.ts';
import { signResponse } from './response.ts';
import { checkSignature } from './signature.ts';
import type { RequestHead } from './types.ts';

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

test("our signature base gives the RFC's Ed25519 signature", () => {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const parameters = signed['signature-input'].slice('sig-b26='.length);
  const components = /^\((.*?)\)/.exec(parameters)?.[1]?.split(' ') ?? [];
  const base = signatureBase(components, parameters, request, undefined);
  const made = sign(null, base ?? Buffer.alloc(0), privateKey).toString('base64');
  expect(`sig-b26=:${made}:`).toBe(signed.signature);
});

const ours = generateKeyPairSync('ed25519');
const publicJwk = ours.publicKey.export({ format: 'jwk' }) as SigningKey['publicJwk'];
const signingKey: SigningKey = { party: 'management', keyid: 'm1', privateKey: ours.privateKey, publicJwk };
const ourKey: PartyKey = { ...key, party: 'management', keyid: 'm1', publicKey: ours.publicKey };
const config: VerifyConfig = {
  keyLookup: async () => ({
    id: 'm1',
    algs: ['ed25519'],
    verify: async (base, signature) => verify(null, base, ours.publicKey, signature),
  }),
};
const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
const asked = { method: 'POST', url: 'https://shop.example/v1/peer/certificates?a=b', headers };
const body = Buffer.from('{}');

describe('the library and we agree', () => {
  test('on requests and responses that we sign', async () => {
    const clock = () => new Date();
    const requestHeaders = await signRequest(signingKey, { ...asked, body, clock });
    const signedRequest = { ...asked, headers: requestHeaders };
    expect(await httpbis.verifyMessage(config, signedRequest)).toBe(true);
    const answer = { status: 201, headers: { 'content-type': 'application/json' }, body };
    const responseHeaders = await signResponse(signingKey, { ...answer, request: signedRequest, clock });
    const response = { status: 201, headers: responseHeaders };
    expect(await httpbis.verifyMessage(config, response, signedRequest)).toBe(true);
    const other = { ...signedRequest, url: 'https://shop.example/v1/peer/certificates' };
    expect(await httpbis.verifyMessage(config, response, other).catch(() => false)).toBe(false);
  });

  test('on what it signs, whichever components it covers', async () => {
    const byLibrary = async (fields: string[]) => {
      const made = await httpbis.signMessage(
        {
          name: 'theirs',
          key: {
            id: 'm1',
            alg: 'ed25519',
            sign: async (base) => sign(null, base, ours.privateKey),
          },
          fields,
          params: ['created', 'keyid'],
        },
        asked,
      );
      const theirs = Object.entries(made.headers).map(([name, value]) => [name.toLowerCase(), `${value}`]);
      return { ...asked, headers: Object.fromEntries(theirs) as Record<string, string> };
    };
    const accepts = async (message: RequestHead) =>
      (await checkSignature({ message, request: undefined, required: [], keyOf: () => ourKey })).ok;
    for (const fields of [
      ['@method', '@target-uri', 'content-type', 'idempotency-key'],
      ['@method', '@authority', '@path'],
      ['@method', '@query', '@scheme', 'content-type;bs'],
    ]) {
      const message = await byLibrary(fields);
      expect([fields, await accepts(message)]).toEqual([fields, true]);
      expect([fields, await accepts({ ...message, method: 'PUT' })]).toEqual([fields, false]);
    }
  });
});
