import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { START } from '../../../test/builders/base.ts';
import { aStaffedCarrier } from '../../../test/builders/carrier.ts';

const IMPORTS = '/v1/staff/subscribers/imports';
const HEADER = 'phone_number,name,activated_on,birthdate,gender,latest_sim_change';

let carrier: Awaited<ReturnType<typeof aStaffedCarrier>>;
let tokens: Awaited<ReturnType<typeof carrier.logIn>>;
beforeAll(async () => {
  carrier = await aStaffedCarrier();
});
beforeEach(async () => {
  tokens = await carrier.logIn();
});
afterAll(() => carrier?.close());

const importCsv = (csv: string | Buffer, sent: { key?: string; token?: string } = {}) =>
  carrier.send('POST', IMPORTS, { token: tokens.operator, csv, ...sent });

const csvOf = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');

async function subscribers(): Promise<Record<string, unknown>[]> {
  return (await carrier.base.pool.query('select * from subscribers order by phone_number')).rows;
}

describe('roles', () => {
  test.each([
    ['GET', '/v1/staff/look-ups', 200, 200],
    ['GET', '/v1/staff/audit-trail', 200, 200],
    ['GET', '/v1/staff/staff', 200, 200],
    ['POST', '/v1/staff/staff', 201, 403],
    ['POST', IMPORTS, 422, 403],
    ['POST', `/v1/staff/staff/${newId()}/departure`, 404, 403],
  ] as const)('%s %s: operator %i, auditor %i', async (method, path, operator, auditor) => {
    const person = { login: 'somebody', name: 'S', role: 'auditor', password: 'a long pass phrase' };
    const sent = path === IMPORTS ? { csv: 'nothing' } : method === 'POST' ? { body: person } : {};
    expect((await carrier.send(method, path, { token: tokens.operator, ...sent })).status).toBe(operator);
    expect((await carrier.send(method, path, { token: tokens.auditor, ...sent })).status).toBe(auditor);
    expect((await carrier.send(method, path, sent)).status).toBe(401);
    carrier.base.time.now = addMs(START, DAY_MS + HOUR_MS);
    expect((await carrier.send(method, path, { token: tokens.operator, ...sent })).body.code).toBe(
      'session_expired',
    );
  });
});

describe('an import', () => {
  beforeEach(async () => {
    // The runtime role can't delete subscribers, so each test starts with the same two.
    await importCsv(
      csvOf('+821011110001,김하나,2020-02-29,1990-12-31,FEMALE,', '+821011110002,이둘,2019-01-01,,,'),
    );
  });

  test('adds, changes and leaves subscribers unchanged, and importing the same file twice changes nothing', async () => {
    const csv = csvOf(
      '+821011110001,김하나,2020-02-29,1990-12-31,FEMALE,',
      '+821011110002,"이둘, 개명",2019-01-01,,,2026-02-01T12:00:00+09:00',
      '+821011110003,박셋,2021-01-01,,OTHER,',
    );
    expect(await importCsv(csv)).toMatchObject({ status: 200, body: { lines: 3, added: 1, changed: 1 } });
    const after = await subscribers();
    expect(after.find(({ phone_number }) => phone_number === '+821011110002')).toMatchObject({
      name: '이둘, 개명',
      latest_sim_change: new Date('2026-02-01T03:00:00Z'),
    });
    carrier.base.time.now = addMs(START, HOUR_MS);
    expect((await importCsv(csv)).body).toEqual({ lines: 3, added: 0, changed: 0 });
    expect(await subscribers()).toEqual(after);
  });

  test('with the same key gets the same answer, and with another file is refused', async () => {
    const key = newId();
    const csv = csvOf('+821011110002,이둘,2019-01-01,,MALE,');
    const first = await importCsv(csv, { key });
    expect(first.body).toEqual({ lines: 1, added: 0, changed: 1 });
    expect(await importCsv(csv, { key })).toEqual(first);
    expect((await importCsv(`${csv}\n+821011110009,x,2020-01-01,,,`, { key })).body.code).toBe(
      'idempotency_key_reused',
    );
  });

  test.each([
    ['as people write them', (text: string) => text],
    ['with semicolons', (text: string) => text.replaceAll(',', ';')],
    ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('takes a spreadsheet’s file, with Korean headings, numbers and days %s', async (_how, saved) => {
    const lines = [
      '이름,전화번호,개통일,생년월일,성별',
      '김하나,="010-1111-0001",2020. 2. 29.,1990년 12월 31일,여',
      '이둘,０１０ １１１１ ０００２,2019/01/01,,',
    ];
    const reply = await importCsv(saved(`${lines.join('\r\n')}\r\n`));
    expect(reply).toMatchObject({ status: 200, body: { lines: 2, added: 0, changed: 0 } });
  });

  test.each([
    ['a number that there is none of', '010-1234-567,x,2020-01-01,,,', 'phone_number', 'invalid'],
    ['no number', ',x,2020-01-01,,,', 'phone_number', 'missing'],
    ['no name', '+821022220001,,2020-01-01,,,', 'name', 'missing'],
    ['a long name', `+821022220001,${'x'.repeat(301)},2020-01-01,,,`, 'name', 'invalid'],
    ['no activation date', '+821022220001,x,,,,', 'activated_on', 'missing'],
    ['a date that does not exist', '+821022220001,x,2021-02-29,,,', 'activated_on', 'invalid'],
    ['half a date', '+821022220001,x,2021,,,', 'activated_on', 'invalid'],
    ['a birthdate in words', '+821022220001,x,2020-01-01,March,,', 'birthdate', 'invalid'],
    ['an unknown gender', '+821022220001,x,2020-01-01,,F,', 'gender', 'invalid'],
    [
      'a time without offset',
      '+821022220001,x,2020-01-01,,,2020-01-01T00:00:00',
      'latest_sim_change',
      'invalid',
    ],
    [
      'an hour that does not exist',
      '+821022220001,x,2020-01-01,,,2020-01-01T24:30:00Z',
      'latest_sim_change',
      'invalid',
    ],
    ['one cell too many', '+821022220001,x,2020-01-01,,,,', null, 'cell_count'],
    ['an unclosed quote', '+821022220001,"x,2020-01-01,,,', null, 'cell_count'],
    ['a repeated number', '+821011110001,x,2020-01-01,,,', 'phone_number', 'duplicate'],
  ])('with %s imports nothing and reports the line', async (_what, line, column, code) => {
    const before = await subscribers();
    const reply = await importCsv(csvOf('+821011110001,새 이름,2020-02-29,,,', line));
    expect(reply).toMatchObject({ status: 422, body: { code: 'import_refused' } });
    expect(reply.body.errors).toEqual([{ line: 3, column, code }]);
    expect(await subscribers()).toEqual(before);
  });

  test('without a required column, empty, or with many errors reports at most a hundred', async () => {
    expect((await importCsv('phone_number,name\n+821022220001,x')).body.errors).toEqual([
      { line: 1, column: 'activated_on', code: 'missing' },
    ]);
    expect((await importCsv('\n')).body.errors_total).toBe(3);
    const many = await importCsv(csvOf(...Array.from({ length: 150 }, () => 'x,y,z')));
    expect(many.body).toMatchObject({ errors_total: 150 });
    expect(many.body.errors).toHaveLength(100);
  });

  test('is limited in size, and UTF-8 only', async () => {
    expect((await importCsv('x'.repeat(4 * 1024 * 1024 + 1))).body.code).toBe('body_too_large');
    expect((await importCsv(csvOf('+821011110001,\u0000,2020-01-01,,,'))).body.code).toBe('encoding_invalid');
    const json = await carrier.send('POST', IMPORTS, { token: tokens.operator, body: 'a,b' });
    expect(json.status).toBeGreaterThanOrEqual(400);
  });

  test('racing with one in another order completes, with both files imported', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, n) => `+8210300${String(n).padStart(5, '0')},x,2020-01-01,,,`,
    );
    const both = await Promise.all([importCsv(csvOf(...lines)), importCsv(csvOf(...lines.toReversed()))]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.reduce((sum, { body }) => sum + Number(body.added), 0)).toBe(300);
  });
});
