import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAMARA_PATHS } from '../../../contracts/carrier-camara.ts';
import { sql } from '../../../kit/db/sql.ts';
import {
  CAMARA_FILES as FILES,
  hasCamara,
  officialDocument,
} from '../../../test/builders/camara-documents.ts';
import { aCarrier } from '../../../test/builders/carrier.ts';
import { importSubscribers } from '../subscribers/import.ts';

let carrier: Awaited<ReturnType<typeof aCarrier>>;
beforeAll(async () => {
  carrier = await aCarrier();
  const csv = readFileSync('sandbox/demo/subscribers.csv', 'utf8');
  await importSubscribers(carrier.context, carrier.base.db, csv);
});
afterAll(() => carrier?.close());

const KNOWN = '+821098765432';
/** One in this operator's range that nobody has, and one of another operator. */
const UNKNOWN = '+821099990000';
const ELSEWHERE = '+821912345678';

if (!hasCamara()) {
  // Not registered, so not counted as passed or skipped: there is nothing to compare with.
  console.log('not run: CAMARA contract tests, because STANDARDS_DIR names no folder');
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
      expect(`${officialDocument(FILES[file]).root}${path}`).toBe(ours);
    });

    test('answers 200, 401, 403, 404, 400 and 422 in the documented format', async () => {
      const official = officialDocument(FILES[file]);
      const token = await carrier.aToken(scope);
      const other = await carrier.aToken(
        scope === 'sim-swap:check' ? 'number-recycling:check' : 'sim-swap:check',
      );
      const answers = [
        [200, await carrier.post(ours, { phoneNumber: KNOWN, ...more }, token)],
        [401, await carrier.post(ours, { phoneNumber: KNOWN, ...more }, undefined)],
        [401, await carrier.post(ours, { phoneNumber: KNOWN, ...more }, 'no.such.token')],
        [403, await carrier.post(ours, { phoneNumber: KNOWN, ...more }, other)],
        [404, await carrier.post(ours, { phoneNumber: UNKNOWN, ...more }, token)],
        [400, await carrier.post(ours, { ...more, phoneNumber: '010-1234-5678' }, token)],
        [422, await carrier.post(ours, more, token)],
      ] as const;
      for (const [status, answer] of answers) {
        expect([answer.statusCode, official.answer(path, status, answer.json())]).toEqual([status, []]);
      }
    });

    test('a number of another operator is answered as the document of this API says', async () => {
      const token = await carrier.aToken(scope);
      const answer = await carrier.post(ours, { phoneNumber: ELSEWHERE, ...more }, token);
      const expected = file === 'recycling' ? [404, 'IDENTIFIER_NOT_FOUND'] : [422, 'SERVICE_NOT_APPLICABLE'];
      expect([answer.statusCode, answer.json().code]).toEqual(expected);
      expect(officialDocument(FILES[file]).answer(path, answer.statusCode, answer.json())).toEqual([]);
    });

    test('uses the number of a three-legged token, and treats a second one as documented', async () => {
      const official = officialDocument(FILES[file]);
      const token = await carrier.aToken(scope, KNOWN);
      expect((await carrier.post(ours, more, token)).statusCode).toBe(200);
      const same = await carrier.post(ours, { phoneNumber: KNOWN, ...more }, token);
      const another = await carrier.post(ours, { phoneNumber: UNKNOWN, ...more }, token);
      const expected =
        file === 'match' ? [200, 403, 'INVALID_TOKEN_CONTEXT'] : [422, 422, 'UNNECESSARY_IDENTIFIER'];
      expect([same.statusCode, another.statusCode, another.json().code]).toEqual(expected);
      for (const answer of [same, another])
        expect(official.answer(path, answer.statusCode, answer.json())).toEqual([]);
    });

    test('echoes x-correlator, and refuses one that is malformed', async () => {
      const token = await carrier.aToken(scope);
      const echoed = await carrier.post(ours, { phoneNumber: KNOWN, ...more }, token, {
        'x-correlator': 'b4333c46-49c0',
      });
      expect(echoed.headers['x-correlator']).toBe('b4333c46-49c0');
      const malformed = await carrier.post(ours, { phoneNumber: KNOWN, ...more }, token, {
        'x-correlator': 'a b"c',
      });
      expect(malformed.json()).toMatchObject({ status: 400, code: 'INVALID_ARGUMENT' });
    });
  });

  test('a match without attributes is refused as documented, whether the number is known or not', async () => {
    const official = officialDocument(FILES.match);
    const token = await carrier.aToken('kyc-match:match');
    for (const body of [{}, { phoneNumber: KNOWN }, { phoneNumber: UNKNOWN }]) {
      const answer = await carrier.post(CAMARA_PATHS.match, body, token);
      expect(answer.json()).toMatchObject({
        status: 400,
        code: 'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION',
      });
      expect(official.answer('/match', 400, answer.json())).toEqual([]);
    }
  });
}

test('today in Korea is not in the future, although the day has not begun in UTC', async () => {
  const realNow = carrier.base.time.now;
  carrier.base.time.now = new Date('2026-03-01T16:00:00Z');
  try {
    const token = await carrier.aToken('number-recycling:check');
    const check = (specifiedDate: string) =>
      carrier.post(CAMARA_PATHS.recycling, { phoneNumber: '+821098765432', specifiedDate }, token);
    expect((await check('2026-03-02')).json()).toEqual({ phoneNumberRecycled: false });
    expect((await check('2026-03-03')).json()).toMatchObject({ code: 'OUT_OF_RANGE' });
  } finally {
    carrier.base.time.now = realNow;
  }
});

test('an email address matches exactly but for case', async () => {
  const token = await carrier.aToken('kyc-match:match');
  const match = async (email: string) =>
    (await carrier.post(CAMARA_PATHS.match, { phoneNumber: '+821098765432', email }, token)).json();
  expect(await match('GilDong@Example.com')).toEqual({ emailMatch: 'true' });
  expect(await match('gil.dong@example.com')).toMatchObject({ emailMatch: 'false' });
});

test('every look-up is logged, and the runtime role can’t change the log', async () => {
  await carrier.post(
    CAMARA_PATHS.fillIn,
    { phoneNumber: '+821012345678' },
    await carrier.aToken('kyc-fill-in:name'),
  );
  const last = await sql`
    select client_id, ground, api, attributes, status, code from lookups
    where phone_number = '+821012345678' order by lookup_id desc limit 1`.execute(carrier.base.db);
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
  await expect(carrier.base.pool.query('delete from lookups')).rejects.toThrow('permission denied');
});

test('an access token that was used before is refused once it has expired', async () => {
  const token = await carrier.aToken('kyc-fill-in:set-all');
  const ask = async () => (await carrier.post(CAMARA_PATHS.fillIn, { phoneNumber: KNOWN }, token)).statusCode;
  const { now } = carrier.base.time;
  expect([await ask(), await ask()]).toEqual([200, 200]);
  carrier.base.time.now = new Date(now.getTime() + 299_000);
  expect(await ask()).toBe(200);
  carrier.base.time.now = new Date(now.getTime() + 300_000);
  expect(await ask()).toBe(401);
  carrier.base.time.now = now;
});
