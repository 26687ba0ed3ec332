import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CAMARA_PATHS, CLIENT_ASSERTION_TYPE, JWT_BEARER_GRANT } from '../../../contracts/carrier-camara.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { staffLimits } from '../../../kit/staff/staff.ts';
import { aBase } from '../../../test/builders/base.ts';
import { createCarrierApp } from '../app.ts';
import type { CarrierContext } from '../context.ts';
import { importSubscribers } from '../subscribers/import-subscribers.ts';

const FOLDER = join(
  process.env.STANDARDS_DIR ?? join(import.meta.dirname, '../../../shared/standards'),
  'camara',
);
const FILES = {
  fillIn: 'KnowYourCustomerFill-in@r1.3/kyc-fill-in.yaml',
  match: 'KnowYourCustomerMatch@r1.2/kyc-match.yaml',
  recycling: 'NumberRecycling@r2.2/number-recycling.yaml',
  simSwap: 'SimSwap@r3.3/sim-swap.yaml',
} as const;
const ISSUER = 'http://carrier.example';
const ALL_SCOPES = [
  'kyc-fill-in:set-all',
  'kyc-fill-in:name',
  'kyc-match:match',
  'number-recycling:check',
  'sim-swap',
  'sim-swap:check',
  'sim-swap:retrieve-date',
];

let base: Awaited<ReturnType<typeof aBase>>;
let app: App;
let clientKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

beforeAll(async () => {
  base = await aBase('carrier');
  const client = await generateKeyPair('ES256', { extractable: true });
  const token = await generateKeyPair('ES256', { extractable: true });
  clientKey = client.privateKey;
  const clientJwk: JWK = { ...(await exportJWK(client.publicKey)), kid: 'c1', alg: 'ES256' };
  const tokenJwk: JWK = { ...(await exportJWK(token.publicKey)), kid: 't1', alg: 'ES256' };
  const jwks = { keys: [clientJwk] };
  const context: CarrierContext = {
    ...base,
    settings: {} as CarrierContext['settings'],
    publicUrl: ISSUER,
    issuer: ISSUER,
    clients: new Map([
      [
        'shop-client',
        {
          client_id: 'shop-client',
          ground: 'contract',
          scopes: ALL_SCOPES,
          jwks: { keys: [] },
          keys: createLocalJWKSet(jwks),
        },
      ],
    ]),
    limits: staffLimits(base.pool, base.secrets),
    tokenKey: { kid: 't1', key: token.privateKey },
    tokenJwks: { keys: [tokenJwk] },
  };
  app = await createCarrierApp(context);
  const csv = readFileSync('sandbox/demo/subscribers.csv', 'utf8');
  const report = await importSubscribers(context, context.db, csv);
  expect(report).toEqual({ ok: true, value: { lines: 10, added: 10, changed: 0 } });
});
afterAll(async () => {
  await app?.close();
  await base?.drop();
});

async function assertion(claims: Record<string, unknown> = {}): Promise<string> {
  const nowS = Math.floor(base.time.now.getTime() / 1000);
  return new SignJWT({
    iss: 'shop-client',
    sub: 'shop-client',
    aud: `${ISSUER}/oauth2/token`,
    jti: newId(),
    iat: nowS,
    exp: nowS + 60,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'c1' })
    .sign(clientKey);
}

async function askToken(form: Record<string, string>) {
  const payload = new URLSearchParams(form).toString();
  return app.inject({
    method: 'POST',
    url: '/oauth2/token',
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

async function aToken(scope: string, phone?: string): Promise<string> {
  const answer = await askToken(
    phone === undefined
      ? {
          grant_type: 'client_credentials',
          scope,
          client_assertion_type: CLIENT_ASSERTION_TYPE,
          client_assertion: await assertion(),
        }
      : { grant_type: JWT_BEARER_GRANT, scope, assertion: await assertion({ sub: `tel:${phone}` }) },
  );
  expect(answer.statusCode).toBe(200);
  return answer.json().access_token;
}

async function ask(
  path: string,
  body: unknown,
  token: string | undefined,
  headers: Record<string, string> = {},
) {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  return app.inject({
    method: 'POST',
    url: path,
    payload: body as object,
    headers: { ...authorization, ...headers },
  });
}

type Document = {
  servers: { url: string }[];
  paths: Record<string, { post: { responses: Record<string, unknown> } }>;
  components: Record<string, unknown>;
};

/** A validator of an answer by the official document: by its path there and its status. */
function officialAnswers(file: string): {
  root: string;
  validate(path: string, status: number, body: unknown): string[];
} {
  const document: Document = parse(readFileSync(join(FOLDER, file), 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(Object.assign({ $id: 'doc' }, openApi30(document)));
  const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');
  const root = (document.servers[0]?.url ?? '').replace('{apiRoot}', '');
  return {
    root,
    validate(path, status, body) {
      const response = document.paths[path]?.post.responses[String(status)] as { $ref?: string } | undefined;
      if (response === undefined) return [`${status} is not documented for ${path}`];
      const at = response.$ref?.slice(1) ?? `/paths/${pointer(path)}/post/responses/${status}`;
      const check = ajv.compile({ $ref: `doc#${at}/content/application~1json/schema` });
      return check(body)
        ? []
        : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a type of null. */
function openApi30(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openApi30);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _example, ...rest } = value as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, openApi30(member)]));
  return nullable === true && typeof inner.type === 'string'
    ? { ...inner, type: [inner.type, 'null'] }
    : inner;
}

const known = '+821098765432';
const stranger = '+821099990000';

if (!existsSync(FOLDER)) {
  // Registered nowhere, so counted nowhere: a document that is absent can't be complied with.
  console.log(`not run: CAMARA contract tests, ${FOLDER} is absent`);
} else {
  describe.each([
    ['fillIn', '/fill-in', CAMARA_PATHS.fillIn, 'kyc-fill-in:set-all', {}],
    [
      'match',
      '/match',
      CAMARA_PATHS.match,
      'kyc-match:match',
      { name: '홍길동', email: 'x@example.com', idDocument: '1' },
    ],
    [
      'recycling',
      '/check',
      CAMARA_PATHS.recycling,
      'number-recycling:check',
      { specifiedDate: '2020-01-01' },
    ],
    ['simSwap', '/check', CAMARA_PATHS.simSwapCheck, 'sim-swap:check', { maxAge: 240 }],
    ['simSwap', '/retrieve-date', CAMARA_PATHS.simSwapDate, 'sim-swap:retrieve-date', {}],
  ] as const)('%s %s by the official document', (file, path, ours, scope, more) => {
    test('is at the documented path', () => {
      expect(`${officialAnswers(FILES[file]).root}${path}`).toBe(ours);
    });

    test('answers 200, 401, 403, 404, 400 and 422 in the documented form', async () => {
      const official = officialAnswers(FILES[file]);
      const token = await aToken(scope);
      const other = await aToken(scope === 'sim-swap:check' ? 'number-recycling:check' : 'sim-swap:check');
      const answers = [
        [200, await ask(ours, { phoneNumber: known, ...more }, token)],
        [401, await ask(ours, { phoneNumber: known, ...more }, undefined)],
        [401, await ask(ours, { phoneNumber: known, ...more }, 'no.such.token')],
        [403, await ask(ours, { phoneNumber: known, ...more }, other)],
        [404, await ask(ours, { phoneNumber: stranger, ...more }, token)],
        [400, await ask(ours, { ...more, phoneNumber: '010-1234-5678' }, token)],
        [422, await ask(ours, more, token)],
      ] as const;
      for (const [status, answer] of answers) {
        expect([answer.statusCode, official.validate(path, status, answer.json())]).toEqual([status, []]);
      }
    });

    test('takes the number from a three-legged token, and a second one as its document says', async () => {
      const official = officialAnswers(FILES[file]);
      const token = await aToken(scope, known);
      expect((await ask(ours, more, token)).statusCode).toBe(200);
      const same = await ask(ours, { phoneNumber: known, ...more }, token);
      const another = await ask(ours, { phoneNumber: stranger, ...more }, token);
      const expected =
        file === 'match' ? [200, 403, 'INVALID_TOKEN_CONTEXT'] : [422, 422, 'UNNECESSARY_IDENTIFIER'];
      expect([same.statusCode, another.statusCode, another.json().code]).toEqual(expected);
      for (const answer of [same, another])
        expect(official.validate(path, answer.statusCode, answer.json())).toEqual([]);
    });

    test('echoes x-correlator, and refuses one that is malformed', async () => {
      const token = await aToken(scope);
      const echoed = await ask(ours, { phoneNumber: known, ...more }, token, {
        'x-correlator': 'b4333c46-49c0',
      });
      expect(echoed.headers['x-correlator']).toBe('b4333c46-49c0');
      const malformed = await ask(ours, { phoneNumber: known, ...more }, token, { 'x-correlator': 'a b"c' });
      expect(malformed.json()).toMatchObject({ status: 400, code: 'INVALID_ARGUMENT' });
    });
  });

  test('a match of nothing is refused as its document says, whether the number is known or not', async () => {
    const official = officialAnswers(FILES.match);
    const token = await aToken('kyc-match:match');
    for (const body of [{}, { phoneNumber: known }, { phoneNumber: stranger }]) {
      const answer = await ask(CAMARA_PATHS.match, body, token);
      expect(answer.json()).toMatchObject({
        status: 400,
        code: 'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION',
      });
      expect(official.validate('/match', 400, answer.json())).toEqual([]);
    }
  });
}

describe('tokens', () => {
  test('name the attributes that are told, and no others', async () => {
    const answer = await ask(CAMARA_PATHS.fillIn, { phoneNumber: known }, await aToken('kyc-fill-in:name'));
    expect(answer.json()).toEqual({ name: '홍길동' });
  });

  test('are given once an assertion, only for permitted scopes, only by the client’s own key', async () => {
    const used = await assertion();
    const form = {
      grant_type: 'client_credentials',
      scope: 'kyc-fill-in:name',
      client_assertion_type: CLIENT_ASSERTION_TYPE,
    };
    expect((await askToken({ ...form, client_assertion: used })).statusCode).toBe(200);
    expect((await askToken({ ...form, client_assertion: used })).json()).toMatchObject({
      error: 'invalid_client',
    });
    expect(
      (await askToken({ ...form, scope: 'kyc-fill-in:address', client_assertion: await assertion() })).json(),
    ).toMatchObject({ error: 'invalid_scope' });
    expect(
      (await askToken({ ...form, client_assertion: await assertion({ aud: 'http://elsewhere' }) })).json(),
    ).toMatchObject({ error: 'invalid_client' });
    expect(
      (
        await askToken({
          ...form,
          client_assertion: await assertion({ exp: Math.floor(base.time.now.getTime() / 1000) + 3_600 }),
        })
      ).statusCode,
    ).toBe(401);
    expect((await askToken({ ...form, grant_type: 'password', client_assertion: 'x' })).json()).toMatchObject(
      { error: 'unsupported_grant_type' },
    );
    expect(
      (await askToken({ ...form, client_id: 'another', client_assertion: await assertion() })).json(),
    ).toMatchObject({ error: 'invalid_client' });
    expect(
      (await askToken({ ...form, client_id: 'shop-client', client_assertion: await assertion() })).statusCode,
    ).toBe(200);
  });
});

test('today is no date in the future in Korea, although the day has not begun in UTC', async () => {
  const realNow = base.time.now;
  base.time.now = new Date('2026-03-01T16:00:00Z');
  try {
    const token = await aToken('number-recycling:check');
    const check = (specifiedDate: string) =>
      ask(CAMARA_PATHS.recycling, { phoneNumber: '+821098765432', specifiedDate }, token);
    expect((await check('2026-03-02')).json()).toEqual({ phoneNumberRecycled: false });
    expect((await check('2026-03-03')).json()).toMatchObject({ code: 'OUT_OF_RANGE' });
  } finally {
    base.time.now = realNow;
  }
});

test('a mail address that differs by a sign is another one, and case makes no difference', async () => {
  const token = await aToken('kyc-match:match');
  const match = async (email: string) =>
    (await ask(CAMARA_PATHS.match, { phoneNumber: '+821098765432', email }, token)).json();
  expect(await match('GilDong@Example.com')).toEqual({ emailMatch: 'true' });
  expect(await match('gil.dong@example.com')).toMatchObject({ emailMatch: 'false' });
});

test('the book has every look-up, and the runtime role can’t change it', async () => {
  await ask(CAMARA_PATHS.fillIn, { phoneNumber: '+821012345678' }, await aToken('kyc-fill-in:name'));
  const last = await sql`
    select client_id, ground, api, attributes, status, code from lookups
    where phone_number = '+821012345678' order by lookup_id desc limit 1`.execute(base.db);
  expect(last.rows).toEqual([
    {
      client_id: 'shop-client',
      ground: 'contract',
      api: 'kyc-fill-in',
      attributes: ['name'],
      status: 200,
      code: 'OK',
    },
  ]);
  await expect(base.pool.query('delete from lookups')).rejects.toThrow('permission denied');
});
