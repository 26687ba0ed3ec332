import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { staffLimits } from '../../../kit/staff/staff.ts';
import { aBase, isAppendOnly, START } from '../../../test/builders/base.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { staffDoor } from '../../../test/builders/staff-door.ts';
import { createCarrierApp } from '../app.ts';
import { fillIn } from '../camara/camara.ts';
import type { CarrierContext } from '../context.ts';

const IMPORTS = '/v1/staff/subscribers/imports';
const HEADER = 'phone_number,name,activated_on,birthdate,gender,latest_sim_change';

let base: Awaited<ReturnType<typeof aBase>>;
let context: CarrierContext;
let app: App;
let send: ReturnType<typeof staffDoor>;
let tokens: Record<'operator' | 'auditor', string>;

beforeAll(async () => {
  base = await aBase('carrier');
  context = {
    ...base,
    settings: {} as CarrierContext['settings'],
    limits: staffLimits(base.pool, base.secrets),
    issuer: base.publicUrl,
    clients: new Map(),
    tokenKey: { kid: 't1', key: new Uint8Array(32) },
    tokenJwks: { keys: [] },
  };
  app = await createCarrierApp(context);
  send = staffDoor(app);
});
beforeEach(async () => {
  base.time.now = START;
  tokens = {
    operator: await aStaffSession({ context }, 'operator'),
    auditor: await aStaffSession({ context }, 'auditor'),
  };
});
afterAll(async () => {
  await app?.close();
  await base?.drop();
});

const bring = (csv: string, sent: { key?: string; token?: string } = {}) =>
  send('POST', IMPORTS, { token: tokens.operator, csv, ...sent });

const ofLines = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');

async function subscribers(): Promise<Record<string, unknown>[]> {
  return (await base.pool.query('select * from subscribers order by phone_number')).rows;
}

describe('the roles', () => {
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
    expect((await send(method, path, { token: tokens.operator, ...sent })).status).toBe(operator);
    expect((await send(method, path, { token: tokens.auditor, ...sent })).status).toBe(auditor);
    expect((await send(method, path, sent)).status).toBe(401);
    base.time.now = addMs(START, DAY_MS + HOUR_MS);
    expect((await send(method, path, { token: tokens.operator, ...sent })).body.code).toBe('session_expired');
  });
});

describe('an import', () => {
  beforeEach(async () => {
    // The runtime role deletes no subscriber, so each test begins from the same two.
    await bring(
      ofLines('+821011110001,김하나,2020-02-29,1990-12-31,FEMALE,', '+821011110002,이둘,2019-01-01,,,'),
    );
  });

  test('adds, changes and leaves as they are, and the same file again changes nothing', async () => {
    const csv = ofLines(
      '+821011110001,김하나,2020-02-29,1990-12-31,FEMALE,',
      '+821011110002,"이둘, 개명",2019-01-01,,,2026-02-01T12:00:00+09:00',
      '+821011110003,박셋,2021-01-01,,OTHER,',
    );
    expect(await bring(csv)).toMatchObject({ status: 200, body: { lines: 3, added: 1, changed: 1 } });
    const after = await subscribers();
    expect(after.find(({ phone_number }) => phone_number === '+821011110002')).toMatchObject({
      name: '이둘, 개명',
      latest_sim_change: new Date('2026-02-01T03:00:00Z'),
    });
    base.time.now = addMs(START, HOUR_MS);
    expect((await bring(csv)).body).toEqual({ lines: 3, added: 0, changed: 0 });
    expect(await subscribers()).toEqual(after);
  });

  test('with the same key is answered again, and with another file refused', async () => {
    const key = newId();
    const csv = ofLines('+821011110002,이둘,2019-01-01,,MALE,');
    const first = await bring(csv, { key });
    expect(first.body).toEqual({ lines: 1, added: 0, changed: 1 });
    expect(await bring(csv, { key })).toEqual(first);
    expect((await bring(`${csv}\n+821011110009,x,2020-01-01,,,`, { key })).body.code).toBe(
      'idempotency_key_reused',
    );
  });

  test.each([
    ['a number that is not E.164', '010-1234-5678,x,2020-01-01,,,', 'phone_number', 'invalid'],
    ['no number', ',x,2020-01-01,,,', 'phone_number', 'missing'],
    ['no name', '+821022220001,,2020-01-01,,,', 'name', 'missing'],
    ['a long name', `+821022220001,${'x'.repeat(301)},2020-01-01,,,`, 'name', 'invalid'],
    ['no day of activation', '+821022220001,x,,,,', 'activated_on', 'missing'],
    ['a day that does not exist', '+821022220001,x,2021-02-29,,,', 'activated_on', 'invalid'],
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
    ['a cell too many', '+821022220001,x,2020-01-01,,,,', null, 'cell_count'],
    ['a quote that does not end', '+821022220001,"x,2020-01-01,,,', null, 'cell_count'],
    ['a number twice', '+821011110001,x,2020-01-01,,,', 'phone_number', 'duplicate'],
  ])('with %s takes nothing and names the line', async (_what, line, column, code) => {
    const before = await subscribers();
    const reply = await bring(ofLines('+821011110001,새 이름,2020-02-29,,,', line));
    expect(reply).toMatchObject({ status: 422, body: { code: 'import_refused' } });
    expect(reply.body.errors).toEqual([{ line: 3, column, code }]);
    expect(await subscribers()).toEqual(before);
  });

  test('without a needed column, with nothing, or with too many errors says so within bounds', async () => {
    expect((await bring('phone_number,name\n+821022220001,x')).body.errors).toEqual([
      { line: 1, column: 'activated_on', code: 'missing' },
    ]);
    expect((await bring('\n')).body.errors_total).toBe(3);
    const many = await bring(ofLines(...Array.from({ length: 150 }, () => 'x,y,z')));
    expect(many.body).toMatchObject({ errors_total: 150 });
    expect(many.body.errors).toHaveLength(100);
  });

  test('is bounded, and UTF-8 only', async () => {
    expect((await bring('x'.repeat(4 * 1024 * 1024 + 1))).body.code).toBe('body_too_large');
    expect((await bring(ofLines('+821011110001,\u0000,2020-01-01,,,'))).body.code).toBe('encoding_invalid');
    const json = await send('POST', IMPORTS, { token: tokens.operator, body: 'a,b' });
    expect(json.status).toBeGreaterThanOrEqual(400);
  });

  test('raced by one in another order ends, with both files taken', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, n) => `+8210300${String(n).padStart(5, '0')},x,2020-01-01,,,`,
    );
    const both = await Promise.all([bring(ofLines(...lines)), bring(ofLines(...lines.toReversed()))]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.reduce((sum, { body }) => sum + Number(body.added), 0)).toBe(300);
  });
});

describe('the book of look-ups', () => {
  const ask = (client_id: string, phone: string) => {
    const scopes = new Set(['kyc-fill-in:name']);
    return fillIn(
      context,
      { client_id, ground: 'contract', scopes, phone: undefined, correlator: undefined },
      phone,
    );
  };
  const book = async (query: string) => {
    const reply = await send('GET', `/v1/staff/look-ups?${query}`, { token: tokens.auditor });
    return reply.body.look_ups as Record<string, string>[];
  };

  beforeAll(async () => {
    base.time.now = START;
    tokens = { operator: await aStaffSession({ context }, 'operator'), auditor: '' };
    await bring(ofLines('+821044440001,김하나,2020-02-29,,,'));
    base.time.now = new Date('2026-03-04T14:30:00Z');
    await ask('management', '+821044440001');
    base.time.now = new Date('2026-03-04T15:30:00Z');
    await ask('management', '+821044440002');
    await ask('other', '+821044440001');
  });

  test('says who asked, when, on what ground and what was answered, with numbers masked', async () => {
    const [newest] = await book('');
    expect(newest).toMatchObject({
      client_id: 'other',
      ground: 'contract',
      api: 'kyc-fill-in',
      phone: '010-****-0001',
      attributes: ['name'],
      status: 200,
      code: 'OK',
      at: '2026-03-04T15:30:00.000Z',
    });
    expect(await isAppendOnly(base, 'lookups')).toBe(true);
  });

  test('is read by client, Korean day and number, and in pages', async () => {
    const all = await book('');
    expect(all.map(({ code }) => code)).toEqual(['OK', 'IDENTIFIER_NOT_FOUND', 'OK']);
    expect(await book('client_id=other')).toEqual(all.slice(0, 1));
    expect(await book('day=2026-03-04')).toEqual(all.slice(2));
    expect(await book('day=2026-03-05')).toEqual(all.slice(0, 2));
    expect(await book('phone=010-4444-0001')).toEqual([all[0], all[2]]);
    expect(await book(`before=${all[0]?.lookup_id}&limit=1`)).toEqual(all.slice(1, 2));
    const wrong = await send('GET', '/v1/staff/look-ups?phone=nobody', { token: tokens.auditor });
    expect(wrong.body.code).toBe('phone_number_invalid');
  });

  test('is not read without that standing in the audit trail', async () => {
    await book('client_id=other&phone=010-4444-0001');
    const trail = await send('GET', '/v1/staff/audit-trail?limit=2', { token: tokens.operator });
    expect((trail.body.lines as unknown[])[1]).toMatchObject({
      staff_login: expect.stringMatching(/^auditor-/),
      action: 'GET /v1/staff/look-ups',
      subject: { client_id: 'other', phone: '010-4444-0001' },
    });
  });
});
