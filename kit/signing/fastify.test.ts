import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announceBody } from '../../test/builders/announce-body.ts';
import { aParty, NOW, type TestParty } from '../../test/builders/parties.ts';
import {
  carrier,
  management,
  openSignedServer,
  type SignedServer,
} from '../../test/builders/signed-server.ts';
import { signRequest } from './request.ts';
import { verifyResponse } from './response.ts';
import type { Headers } from './types.ts';

const clock = () => NOW;

let server: SignedServer;
beforeAll(async () => {
  server = await openSignedServer();
});
afterAll(() => server.close());

type Call = { method?: string; path?: string; body?: string; type?: string; by?: TestParty };

async function signedHeaders({
  method = 'GET',
  path = '/things',
  body,
  type = 'application/json',
  by = management,
}: Call): Promise<Headers> {
  return signRequest(by.key, {
    method,
    url: `${server.publicUrl}${path}`,
    headers: body === undefined ? {} : { 'content-type': type },
    body: body === undefined ? undefined : Buffer.from(body),
    clock,
  });
}

/** Sends the request as given, and checks that the answer is signed whatever it says. */
async function send(call: Call, headers: Headers): Promise<{ status: number; body: string; code: unknown }> {
  const { method = 'GET', path = '/things', body } = call;
  const response = await fetch(`${server.publicUrl}${path}`, { method, headers, ...(body ? { body } : {}) });
  const text = await response.text();
  const request = { method, url: `${server.publicUrl}${path}`, headers };
  const verified = await verifyResponse({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(text),
    request,
    expectedParty: 'shop',
    parties: [server.shop.entry],
    clock,
  });
  const isBound = headers.signature !== undefined;
  expect(verified.ok ? 'verified' : verified.code).toBe(isBound ? 'verified' : 'signature_invalid');
  expect(response.headers.get('signature')).toMatch(/^sig1=:/);
  const json: unknown = text === '' ? {} : JSON.parse(text);
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
  return { status: response.status, body: text, code };
}

test('a permitted caller gets a signed answer', async () => {
  expect(await send({}, await signedHeaders({}))).toMatchObject({
    status: 200,
    body: '{"party":"management"}',
  });
  const post = { method: 'POST', body: '{"amount_minor":1}' };
  expect((await send(post, await signedHeaders(post))).status).toBe(200);
  const empty = { path: '/empty' };
  expect((await send(empty, await signedHeaders(empty))).status).toBe(204);
});

test('every refusal is a signed problem', async () => {
  expect(await send({}, {})).toMatchObject({ status: 401, code: 'signature_missing' });
  const stranger = aParty('management', 'x1');
  expect(await send({}, await signedHeaders({ by: stranger }))).toMatchObject({ code: 'signature_invalid' });
  expect(await send({}, await signedHeaders({ by: carrier }))).toMatchObject({
    status: 403,
    code: 'caller_not_permitted',
  });
  const noCallers = { path: '/no-callers' };
  expect(await send(noCallers, await signedHeaders(noCallers))).toMatchObject({
    code: 'caller_not_permitted',
  });
  const broken = { path: '/broken' };
  expect(await send(broken, await signedHeaders(broken))).toMatchObject({
    status: 500,
    code: 'internal_error',
  });
  const invalid = { method: 'POST', body: '{"amount_minor":"x"}' };
  expect(await send(invalid, await signedHeaders(invalid))).toMatchObject({ code: 'validation_failed' });
  const noJson = { method: 'POST', body: '{"amount' };
  expect(await send(noJson, await signedHeaders(noJson))).toMatchObject({ code: 'body_not_json' });
});

test.each([
  '{"amount_minor":1,"amount_minor":2}',
  '{"amount_minor":1,"amount_\\u006dinor":2}',
  '{"amount_minor":1,"of":[{"a":{"b":1},"a":{"b":2}}]}',
])('a body with a repeated member is refused: %s', async (body) => {
  const twice = { method: 'POST', body };
  expect(await send(twice, await signedHeaders(twice))).toMatchObject({
    status: 400,
    code: 'json_member_repeated',
  });
});

test.each([
  ['that breaks the contract', '{"amount_minor":"x"}', 'application/json'],
  ['that is not JSON', '{"amount', 'application/json'],
  ['with a NUL', '{"a":"\\u0000"}', 'application/json'],
  ['of another content type', 'a,b', 'text/csv'],
])('the signature is checked before a body %s is refused', async (_what, body, type) => {
  const invalid = { method: 'POST', body };
  expect(await send(invalid, { 'content-type': type })).toMatchObject({ code: 'signature_missing' });
  const headers = await signedHeaders({ ...invalid, type });
  expect(await send({ method: 'POST', body: `${body} ` }, headers)).toMatchObject({
    code: 'content_digest_mismatch',
  });
  expect((await send(invalid, await signedHeaders({ ...invalid, type, by: carrier }))).code).toBe(
    'caller_not_permitted',
  );
  const { status } = await send(invalid, await signedHeaders({ ...invalid, type }));
  expect(status).toBe(type === 'text/csv' ? 415 : 400);
});

describe('the body of a stranger', () => {
  /** Sends the headers of a request with a body, and no byte of the body. */
  async function announce(headers: Headers, path = '/things') {
    const answer = await announceBody(`${server.publicUrl}${path}`, { method: 'POST', headers });
    return { status: answer.status, code: answer.code };
  }

  test('is not waited for: headers without a signature, or with one that does not hold, are answered', async () => {
    const body = '{"amount_minor":1}';
    const by = aParty('management', 'x1');
    const signed = await signedHeaders({ method: 'POST', body });
    const refused = [
      [{}, 'signature_missing'],
      [await signedHeaders({ method: 'POST', body, by }), 'signature_invalid'],
      [{ ...signed, 'content-type': 'text/plain' }, 'signature_invalid'],
      [await signedHeaders({ method: 'POST' }), 'signature_invalid'],
    ] as const;
    for (const [headers, code] of refused) expect(await announce(headers)).toEqual({ status: 401, code });
    expect(await announce({}, '/v1/peer/nowhere')).toEqual({ status: 404, code: 'not_found' });
  });

  test('is taken off the line where it is small, and otherwise the connection ends', async () => {
    const connectionAfter = async (headers: Headers) => {
      const { headers: answered } = await announceBody(`${server.publicUrl}/things`, {
        method: 'POST',
        headers,
      });
      return answered.connection;
    };
    expect(await connectionAfter({})).toBe('keep-alive');
    expect(await connectionAfter({ 'content-length': String(10 * 1024 * 1024) })).toBe('close');
    expect(await connectionAfter({ 'transfer-encoding': 'chunked' })).toBe('close');
  });

  test('is not waited for, either, when it is announced as too large by a known caller', async () => {
    const headers = await signedHeaders({ method: 'POST', body: '{}' });
    const large = { ...headers, 'content-length': String(10 * 1024 * 1024) };
    expect(await announce(large)).toEqual({ status: 413, code: 'body_too_large' });
  });
});

describe('an unknown peer path', () => {
  const nowhere = { path: '/v1/peer/nowhere?a=1' };

  test('gets a signed 404 or 405, even with a broken body', async () => {
    expect(await send(nowhere, await signedHeaders(nowhere))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    const broken = { ...nowhere, method: 'POST', body: '{"a' };
    expect(await send(broken, await signedHeaders(broken))).toMatchObject({ status: 404, code: 'not_found' });
    const long = { path: `/v1/peer/things/${'x'.repeat(400)}` };
    expect(await send(long, await signedHeaders(long))).toMatchObject({ status: 404, code: 'not_found' });
    const method = { method: 'DELETE', path: '/v1/peer/things' };
    expect(await send(method, await signedHeaders(method))).toMatchObject({
      status: 405,
      code: 'method_not_allowed',
    });
  });

  test('refuses a replayed or wrong signature first', async () => {
    const headers = await signedHeaders(nowhere);
    expect((await send(nowhere, headers)).code).toBe('not_found');
    expect((await send(nowhere, headers)).code).toBe('signature_replayed');
    const stranger = await signedHeaders({ ...nowhere, by: aParty('management', 'x1') });
    expect((await send(nowhere, stranger)).code).toBe('signature_invalid');
  });

  test('is a bare 404 without a signature, as is an unknown method', async () => {
    for (const call of [nowhere, { method: 'DELETE', path: '/v1/peer/things' }])
      expect(await send(call, {})).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('gets an answer that an independent implementation can verify', async () => {
    const url = `${server.publicUrl}/v1/peer/nowhere`;
    const created = Math.floor(NOW.getTime() / 1000);
    const params = `("@target-uri" "@method");nonce="independent-0123456789";created=${created};keyid="m1"`;
    const base = `"@target-uri": ${url}\n"@method": GET\n"@signature-params": ${params}`;
    const signature = sign(null, Buffer.from(base), management.key.privateKey).toString('base64');
    const headers = { 'signature-input': `mine=${params}`, signature: `mine=:${signature}:` };
    const response = await fetch(url, { headers });
    const body = await response.text();
    expect(response.status).toBe(404);

    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    expect(response.headers.get('content-digest')).toBe(digest);
    const input = response.headers.get('signature-input')?.replace(/^sig1=/, '') ?? '';
    const signed = [
      `"@status": 404`,
      `"content-digest": ${digest}`,
      `"content-type": ${response.headers.get('content-type')}`,
      `"@method";req: GET`,
      `"@target-uri";req: ${url}`,
      `"signature";req;key="mine": :${signature}:`,
      `"@signature-params": ${input}`,
    ].join('\n');
    const bytes = Buffer.from(
      /^sig1=:(.*):$/.exec(response.headers.get('signature') ?? '')?.[1] ?? '',
      'base64',
    );
    expect(verify(null, Buffer.from(signed), createPublicKey(server.shop.key.privateKey), bytes)).toBe(true);
  });
});

test('a request is accepted once, even when both copies arrive together', async () => {
  const headers = await signedHeaders({});
  const both = await Promise.all([send({}, headers), send({}, headers)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(await send({}, headers)).toMatchObject({ code: 'signature_replayed' });
});

test('a broken signature header is refused like any other', async () => {
  for (const [signature, input] of [
    ['a', 'a=()'],
    ['a=:AAAA:', 'b=()'],
    ['"', '('],
    ['a=:AAAA:, b=1', 'b=();keyid="m1", a=();keyid="m1"'],
  ]) {
    const response = await server.app.inject({
      url: '/things',
      headers: { signature, 'signature-input': input },
    });
    expect(response.json()).toMatchObject({ code: 'signature_invalid' });
    expect(response.headers.signature).toMatch(/^sig1=:/);
  }
});
