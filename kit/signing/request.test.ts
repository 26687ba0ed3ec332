import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aParty, handSign, NOW } from '../../test/builders/parties.ts';
import { type ReceivedRequest, verifyRequest } from '../../test/builders/verify-request.ts';
import { signRequest } from './request.ts';
import type { Headers } from './types.ts';

const clock = () => NOW;
const url = 'http://shop.example/v1/peer/certificates?x=1';
const body = Buffer.from('{"amount_minor":50000}');
const management = aParty('management', 'm1');
const shop = aParty('shop', 's1');
const parties = [management.entry, shop.entry];
const received = { method: 'POST', targetUri: url, body, parties, clock };
const CREATED = Math.floor(NOW.getTime() / 1000);

function aSignedRequest(): Promise<Headers> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k-1' };
  return signRequest(management.key, { method: 'POST', url, headers, body, clock });
}

const later = (ms: number) => () => new Date(NOW.getTime() + ms);

test('an unaltered request is accepted', async () => {
  const verified = await verifyRequest({ ...received, headers: await aSignedRequest() });
  expect(verified).toMatchObject({ ok: true, key: { party: 'management', keyid: 'm1' }, label: 'sig1' });
});

test.each<[string, (headers: Headers) => Partial<ReceivedRequest>, string]>([
  ['no signature', ({ signature: _, ...headers }) => ({ headers }), 'signature_missing'],
  ['no signature input', ({ 'signature-input': _, ...headers }) => ({ headers }), 'signature_missing'],
  ['another method', (headers) => ({ headers, method: 'PUT' }), 'signature_invalid'],
  ['another path', (headers) => ({ headers, targetUri: url.replace('cert', 'pay') }), 'signature_invalid'],
  ['another query', (headers) => ({ headers, targetUri: url.replace('x=1', 'x=2') }), 'signature_invalid'],
  ['another host', (headers) => ({ headers, targetUri: url.replace('shop', 'mall') }), 'signature_invalid'],
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
  [
    'another digest',
    (headers) => ({ headers: { ...headers, 'content-digest': 'sha-256=:AAAA:' } }),
    'signature_invalid',
  ],
  ['another body', (headers) => ({ headers, body: Buffer.from('{}') }), 'content_digest_mismatch'],
  ['its body removed', (headers) => ({ headers, body: Buffer.alloc(0) }), 'content_digest_mismatch'],
  ['an unknown key', (headers) => ({ headers, parties: [shop.entry] }), 'signature_invalid'],
  [
    "another party's key",
    (h) => ({ headers: { ...h, 'signature-input': (h['signature-input'] ?? '').replace('m1', 's1') } }),
    'signature_invalid',
  ],
  ['an age of over 60 s', (headers) => ({ headers, clock: later(60_001) }), 'signature_stale'],
  ['a date over 5 s ahead', (headers) => ({ headers, clock: later(-5_500) }), 'signature_stale'],
])('a request is refused with %s', async (_what, alter, code) => {
  const verified = await verifyRequest({ ...received, headers: {}, ...alter(await aSignedRequest()) });
  expect(verified).toEqual({ ok: false, code });
});

test('a request is accepted up to 60 s later, or 5 s early by a slow clock', async () => {
  const headers = await aSignedRequest();
  expect((await verifyRequest({ ...received, headers, clock: later(59_000) })).ok).toBe(true);
  expect((await verifyRequest({ ...received, headers, clock: later(-5_000) })).ok).toBe(true);
});

test.each([
  ['not valid yet', { valid_from: '2026-03-02T00:00:00Z' }],
  ['no longer valid', { valid_until: '2026-03-01T00:00:00Z' }],
  ['expired between signing and now', { valid_until: '2026-03-01T00:00:10Z' }],
])('a key that is %s is refused', async (_what, validity) => {
  const other = aParty('management', 'm2', validity);
  const headers = await signRequest(other.key, { method: 'GET', url, headers: {}, body: undefined, clock });
  const get = { ...received, method: 'GET', body: Buffer.alloc(0), headers, parties: [other.entry] };
  expect(await verifyRequest({ ...get, clock: later(10_000) })).toEqual({
    ok: false,
    code: 'signature_invalid',
  });
});

test('any key of a party is accepted', async () => {
  const old = aParty('management', 'm0');
  const entry = { ...management.entry, keys: [...old.entry.keys, ...management.entry.keys] };
  const verified = await verifyRequest({ ...received, headers: await aSignedRequest(), parties: [entry] });
  expect(verified.ok).toBe(true);
});

describe('a request of an independent signer', () => {
  const digest = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`;
  const fields = { 'content-type': 'application/json', 'content-digest': digest, 'idempotency-key': 'abc' };
  const covered = [
    ['"content-digest"', digest],
    ['"@target-uri"', url],
    ['"content-type"', 'application/json'],
    ['"@method"', 'POST'],
    ['"idempotency-key"', 'abc'],
  ] as const;
  const NONCE = ';nonce="0123456789abcdefXYZ"';
  const GOOD = `;keyid="m1"${NONCE};created=${CREATED}`;
  const verifyHand = (
    lines: readonly (readonly [string, string])[],
    parameters: string,
    more: Headers = {},
  ) =>
    verifyRequest({
      ...received,
      headers: { ...fields, ...handSign(management.key, 'theirs', lines, parameters), ...more },
    });

  test('may have another label, order, digest and extra components', async () => {
    expect(await verifyHand(covered, GOOD)).toMatchObject({ ok: true, label: 'theirs' });
    const more = [
      ...covered,
      ['"accept"', '*/*'],
      ['"@authority"', 'shop.example'],
      ['"@query-param";name="x"', '1'],
    ] as const;
    const verified = await verifyHand(more, GOOD, { accept: '*/*', cookie: 'secret' });
    if (!verified.ok) throw new Error(verified.code);
    expect(Object.keys(verified.evidence.headers).sort()).toEqual([
      'accept',
      'content-digest',
      'content-type',
      'idempotency-key',
      'signature',
      'signature-input',
    ]);
  });

  test('is refused after its `expires`, by the clock that is passed in', async () => {
    expect((await verifyHand(covered, `${GOOD};expires=${CREATED + 1}`)).ok).toBe(true);
    const expired = await verifyHand(covered, `${GOOD};expires=${CREATED}`);
    expect(expired).toEqual({ ok: false, code: 'signature_stale' });
  });

  test.each(covered.map(([identifier]) => identifier))('must cover %s', async (identifier) => {
    const rest = covered.filter(([name]) => name !== identifier);
    expect(await verifyHand(rest, GOOD)).toEqual({ ok: false, code: 'signature_invalid' });
  });

  test.each([
    ['no created', `;keyid="m1"${NONCE}`],
    ['a created that is not a number', `;keyid="m1"${NONCE};created="${CREATED}"`],
    ['no nonce', `;keyid="m1";created=${CREATED}`],
    ['a short nonce', `;keyid="m1";nonce="0123456789abcde";created=${CREATED}`],
    ['a nonce of 129 characters', `;keyid="m1";nonce="${'n'.repeat(129)}";created=${CREATED}`],
    ['no keyid', `${NONCE};created=${CREATED}`],
    ['another algorithm', `${GOOD};alg="hmac-sha256"`],
    ['an unknown algorithm', `${GOOD};alg="none"`],
  ])('is refused with %s', async (_what, parameters) => {
    expect(await verifyHand(covered, parameters)).toEqual({ ok: false, code: 'signature_invalid' });
  });

  test('is refused with a duplicate component, or a required one in another encoding', async () => {
    const twice = [...covered, ['"@method"', 'POST'] as const];
    expect((await verifyHand(twice, GOOD)).ok).toBe(false);
    const { length } = covered;
    const asBytes = covered.map((line) =>
      line[0] === '"content-type"'
        ? (['"content-type";bs', `:${Buffer.from(line[1]).toString('base64')}:`] as const)
        : line,
    );
    expect(asBytes).toHaveLength(length);
    expect((await verifyHand(asBytes, GOOD)).ok).toBe(false);
  });

  test('may carry a second signature of an unknown signer, but not of a known one', async () => {
    const ours = handSign(management.key, 'theirs', covered, GOOD);
    const beside = (theirs: Headers): Promise<unknown> =>
      verifyRequest({
        ...received,
        headers: {
          ...fields,
          signature: `${theirs.signature}, ${ours.signature}`,
          'signature-input': `${theirs['signature-input']}, ${ours['signature-input']}`,
        },
      });
    const proxy = aParty('proxy', 'p1');
    const line = [['"@method"', 'POST']] as const;
    const unknown = handSign(proxy.key, 'proxy', line, `;created=${CREATED};keyid="p1"`);
    expect(await beside(unknown)).toMatchObject({ ok: true, label: 'theirs' });
    const known = handSign(shop.key, 'other', covered, GOOD.replace('m1', 's1'));
    expect(await beside(known)).toEqual({ ok: false, code: 'signature_invalid' });
  });
});

test('a request whose signature does not cover the body is refused', async () => {
  const bare = await signRequest(management.key, {
    method: 'POST',
    url,
    headers: {},
    body: undefined,
    clock,
  });
  const headers = { ...bare, 'content-type': 'application/json' };
  expect(await verifyRequest({ ...received, headers })).toEqual({ ok: false, code: 'signature_invalid' });
});

test('a change of any signed byte is refused without a throw', async () => {
  const headers = await aSignedRequest();
  const parts = { ...headers, '@method': 'POST', '@target-uri': url, '@body': body.toString('latin1') };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.entries(parts)),
      fc.nat(),
      fc.integer({ min: 1, max: 94 }),
      async ([name, text], at, shift) => {
        const position = at % text.length;
        // Labels are not signed, and the last base64 character has unused bits.
        fc.pre(!(name.startsWith('signature') && position < 5));
        fc.pre(!(/=:$/.test(text) && position >= text.length - 5));
        const code = ((text.charCodeAt(position) - 33 + shift) % 94) + 33;
        // Node accepts methods in upper case only, and the library upper-cases them.
        fc.pre(code !== text.charCodeAt(position) && !(name === '@method' && code > 96));
        const altered = text.slice(0, position) + String.fromCharCode(code) + text.slice(position + 1);
        const changed: ReceivedRequest = { ...received, headers: { ...headers } };
        if (name === '@method') changed.method = altered;
        else if (name === '@target-uri') changed.targetUri = altered;
        else if (name === '@body') changed.body = Buffer.from(altered, 'latin1');
        else changed.headers[name] = altered;
        expect((await verifyRequest(changed)).ok, `${name}: ${altered}`).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
