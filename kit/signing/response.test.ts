import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aParty, handSign, NOW } from '../../test/builders/parties.ts';
import { contentDigest } from './digest.ts';
import { signRequest } from './request.ts';
import { signResponse, verifyResponse } from './response.ts';
import type { Headers } from './types.ts';

const clock = () => NOW;
const url = 'http://shop.example/v1/peer/certificates';
const management = aParty('management', 'm1');
const shop = aParty('shop', 's1');
const answer = Buffer.from('{"state":"registered"}');
const CREATED = Math.floor(NOW.getTime() / 1000);

async function aRequest() {
  const headers = await signRequest(management.key, {
    method: 'GET',
    url,
    headers: {},
    body: undefined,
    clock,
  });
  return { method: 'GET', url, headers };
}

async function exchanged() {
  const request = await aRequest();
  const headers = await signResponse(shop.key, {
    status: 201,
    headers: { 'content-type': 'application/json' },
    body: answer,
    request,
    clock,
  });
  const parties = [management.entry, shop.entry];
  return { status: 201, headers, body: answer, request, expectedParty: 'shop', parties, clock };
}

type Exchanged = Awaited<ReturnType<typeof exchanged>>;
const invalid = { ok: false, code: 'signature_invalid' };

test('a response to its request is accepted', async () => {
  expect(await verifyResponse(await exchanged())).toMatchObject({
    ok: true,
    evidence: { direction: 'received_response', party: 'shop', status: 201, method: 'GET', target_uri: url },
  });
});

test.each<[string, (whole: Exchanged) => Partial<Exchanged> | Promise<Partial<Exchanged>>, string]>([
  ['another request', async () => ({ request: await aRequest() }), 'signature_invalid'],
  ['another method', ({ request }) => ({ request: { ...request, method: 'POST' } }), 'signature_invalid'],
  ['another target', ({ request }) => ({ request: { ...request, url: `${url}?x` } }), 'signature_invalid'],
  ['another status', () => ({ status: 200 }), 'signature_invalid'],
  ['another body', () => ({ body: Buffer.from('{}') }), 'content_digest_mismatch'],
  ['no body', () => ({ body: Buffer.alloc(0) }), 'content_digest_mismatch'],
  ['another party', () => ({ expectedParty: 'management' }), 'signature_invalid'],
  [
    'no signature',
    ({ headers: { signature: _, ...headers } }) => ({ headers: headers as Headers }),
    'signature_missing',
  ],
  [
    'another content type',
    ({ headers }) => ({ headers: { ...headers, 'content-type': 'text/plain' } }),
    'signature_invalid',
  ],
  ['an age of over 60 s', () => ({ clock: () => new Date(NOW.getTime() + 61_000) }), 'signature_stale'],
])('a response is refused with %s', async (_what, alter, code) => {
  const whole = await exchanged();
  expect(await verifyResponse({ ...whole, ...(await alter(whole)) })).toEqual({ ok: false, code });
});

describe('a response of an independent signer', () => {
  test('must be bound to the request', async () => {
    const whole = await exchanged();
    const requestSignature = (whole.request.headers.signature ?? '').replace('sig1=', '');
    const digest = contentDigest(answer);
    const lines = [
      ['"content-digest"', digest],
      ['"@status"', '201'],
      ['"signature";req;key="sig1"', requestSignature],
    ] as const;
    const by = (some: readonly (readonly [string, string])[]) =>
      verifyResponse({
        ...whole,
        headers: {
          'content-digest': digest,
          ...handSign(shop.key, 'reply', some, `;created=${CREATED};keyid="s1"`),
        },
      });
    expect((await by(lines)).ok).toBe(true);
    expect(await by(lines.slice(0, 2))).toEqual(invalid);
    expect(await by(lines.slice(1))).toEqual(invalid);
  });
});

test('a response is signed without a throw, whatever the signature headers of its request', async () => {
  const part = fc.constantFrom(
    'sig1',
    'a',
    '=',
    ':AAAA:',
    '()',
    ',',
    ';',
    '"',
    'created=1',
    ' ',
    '1',
    '?1',
    '@',
  );
  const header = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(header, header, async (signature, input) => {
      const signed = await signResponse(shop.key, {
        status: 401,
        headers: {},
        body: answer,
        request: { method: 'GET', url, headers: { signature, 'signature-input': input } },
        clock,
      });
      expect(signed.signature).toMatch(/^sig1=:.+:$/);
    }),
    {
      numRuns: 500,
      examples: [
        ['a', 'a=()'],
        ['a=:AAAA:', 'b=()'],
        ['a;b=1', 'a=()'],
      ],
    },
  );
});
