import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyEvidence } from './evidence.ts';
import type { Party, SigningKey } from './keys.ts';
import { type Headers, signRequest, signResponse, verifyRequest, verifyResponse } from './messages.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const clock = () => NOW;
const url = 'http://shop.example/v1/peer/certificates?x=1';
const body = Buffer.from('{"amount_minor":50000}');

function aParty(party: string, keyid: string): { key: SigningKey; entry: Party } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const public_jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return {
    key: { party, keyid, privateKey, publicJwk: public_jwk },
    entry: {
      party,
      role: party,
      base_url: 'http://shop.example',
      keys: [{ keyid, public_jwk, valid_from: '2026-01-01T00:00:00Z' }],
    },
  };
}

const management = aParty('management', 'm1');
const shop = aParty('shop', 's1');
const parties = [management.entry, shop.entry];

async function aSignedRequest(): Promise<Headers> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k-1' };
  return signRequest(management.key, { method: 'POST', url, headers, body, clock });
}

const received = { method: 'POST', targetUri: url, body, parties, clock };

describe('a signed request', () => {
  test('is taken as it was sent, with the evidence of it', async () => {
    const verified = await verifyRequest({ ...received, headers: await aSignedRequest() });
    if (!verified.ok) throw new Error(verified.code);
    expect(verified.key.party).toBe('management');
    expect(verified.nonce.length).toBeGreaterThanOrEqual(16);
    expect(await verifyEvidence(verified.evidence, management.key.publicJwk)).toBe(true);
    const altered = { ...verified.evidence, body: Buffer.from('{"amount_minor":90000}') };
    expect(await verifyEvidence(altered, management.key.publicJwk)).toBe(false);
  });

  test.each<[string, (headers: Headers) => Partial<Parameters<typeof verifyRequest>[0]>, string]>([
    ['no signature', ({ signature: _, ...headers }) => ({ headers }), 'signature_missing'],
    ['another method', (headers) => ({ headers, method: 'PUT' }), 'signature_invalid'],
    [
      'another path',
      (headers) => ({ headers, targetUri: url.replace('certificates', 'payments') }),
      'signature_invalid',
    ],
    ['another query', (headers) => ({ headers, targetUri: url.replace('x=1', 'x=2') }), 'signature_invalid'],
    [
      'another idempotency key',
      (headers) => ({ headers: { ...headers, 'idempotency-key': 'k-2' } }),
      'signature_invalid',
    ],
    [
      'another content type',
      (headers) => ({ headers: { ...headers, 'content-type': 'text/plain' } }),
      'signature_invalid',
    ],
    ['another body', (headers) => ({ headers, body: Buffer.from('{}') }), 'content_digest_mismatch'],
    ['an unknown key', (headers) => ({ headers, parties: [shop.entry] }), 'signature_invalid'],
    ['too old', (headers) => ({ headers, clock: () => new Date(NOW.getTime() + 61_000) }), 'signature_stale'],
    [
      'from the future',
      (headers) => ({ headers, clock: () => new Date(NOW.getTime() - 7_000) }),
      'signature_stale',
    ],
  ])('is refused with %s', async (_what, alter, code) => {
    const verified = await verifyRequest({ ...received, headers: {}, ...alter(await aSignedRequest()) });
    expect(verified).toEqual({ ok: false, code });
  });

  test('is refused when its body is not covered', async () => {
    const bare = await signRequest(management.key, {
      method: 'POST',
      url,
      headers: {},
      body: undefined,
      clock,
    });
    const verified = await verifyRequest({
      ...received,
      headers: { ...bare, 'content-type': 'application/json' },
    });
    expect(verified).toEqual({ ok: false, code: 'signature_invalid' });
  });

  test('is taken from an independent signer with another label, order and digest', async () => {
    const digest = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`;
    const parameters = `("content-digest" "@target-uri" "content-type" "@method" "idempotency-key");keyid="m1";nonce="0123456789abcdefXYZ";created=${NOW.getTime() / 1000}`;
    const base = [
      `"content-digest": ${digest}`,
      `"@target-uri": ${url}`,
      '"content-type": application/json',
      '"@method": POST',
      '"idempotency-key": abc',
      `"@signature-params": ${parameters}`,
    ].join('\n');
    const signature = sign(null, Buffer.from(base), management.key.privateKey).toString('base64');
    const headers = {
      'content-type': 'application/json',
      'content-digest': digest,
      'idempotency-key': 'abc',
      'signature-input': `theirs=${parameters}`,
      signature: `theirs=:${signature}:`,
    };
    const verified = await verifyRequest({ ...received, headers });
    expect(verified.ok && verified.nonce).toBe('0123456789abcdefXYZ');
  });

  test('is refused, and never throws, whatever becomes of its signature headers', async () => {
    const headers = await aSignedRequest();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('signature', 'signature-input', 'content-digest'),
        fc.nat(),
        fc.integer({ min: 1, max: 94 }),
        async (name, at, shift) => {
          const text = headers[name] ?? '';
          const position = at % text.length;
          const code = ((text.charCodeAt(position) - 33 + shift) % 94) + 33;
          const altered = text.slice(0, position) + String.fromCharCode(code) + text.slice(position + 1);
          // The last base64 character carries bits that belong to no byte, and a label is not signed.
          fc.pre(altered !== text && position > 8 && position < text.length - 4);
          expect((await verifyRequest({ ...received, headers: { ...headers, [name]: altered } })).ok).toBe(
            false,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a signed response', () => {
  const answer = Buffer.from('{"state":"registered"}');

  async function exchanged() {
    const request = { method: 'POST', url, headers: await aSignedRequest() };
    const headers = await signResponse(shop.key, {
      status: 201,
      headers: { 'content-type': 'application/json' },
      body: answer,
      request,
      clock,
    });
    return { status: 201, headers, body: answer, request, expectedParty: 'shop', parties, clock };
  }

  test('is taken as the answer to its request', async () => {
    const verified = await verifyResponse(await exchanged());
    if (!verified.ok) throw new Error(verified.code);
    expect(await verifyEvidence(verified.evidence, shop.key.publicJwk)).toBe(true);
  });

  test('is refused for another request, status, body or party', async () => {
    const whole = await exchanged();
    const other = { method: 'POST', url, headers: await aSignedRequest() };
    expect((await verifyResponse({ ...whole, request: other })).ok).toBe(false);
    expect((await verifyResponse({ ...whole, status: 200 })).ok).toBe(false);
    expect((await verifyResponse({ ...whole, body: Buffer.from('{}') })).ok).toBe(false);
    expect((await verifyResponse({ ...whole, expectedParty: 'management' })).ok).toBe(false);
  });
});
