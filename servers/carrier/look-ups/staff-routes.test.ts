import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAppendOnly, START } from '../../../test/builders/base.ts';
import { aStaffedCarrier } from '../../../test/builders/carrier.ts';
import { fillIn } from '../camara/fill-in.ts';
import { importSubscribers } from '../subscribers/import.ts';

let carrier: Awaited<ReturnType<typeof aStaffedCarrier>>;
let tokens: Awaited<ReturnType<typeof carrier.logIn>>;
beforeAll(async () => {
  carrier = await aStaffedCarrier();
});
beforeEach(async () => {
  tokens = await carrier.logIn();
});
afterAll(() => carrier?.close());

describe('the log of look-ups', () => {
  const lookUpName = (client_id: string, phone: string) => {
    const scopes = new Set(['kyc-fill-in:name']);
    return fillIn(
      carrier.context,
      { client_id, ground: 'contract', scopes, phone: undefined, correlator: undefined },
      phone,
    );
  };
  const list = async (query: string) => {
    const reply = await carrier.send('GET', `/v1/staff/look-ups?${query}`, { token: tokens.auditor });
    return reply.body.look_ups as Record<string, string>[];
  };

  beforeAll(async () => {
    carrier.base.time.now = START;
    const csv = 'phone_number,name,activated_on\n+821044440001,김하나,2020-02-29\n';
    await importSubscribers(carrier.context, carrier.base.db, csv);
    carrier.base.time.now = new Date('2026-03-04T14:30:00Z');
    await lookUpName('management', '+821044440001');
    carrier.base.time.now = new Date('2026-03-04T15:30:00Z');
    await lookUpName('management', '+821044440002');
    await lookUpName('other', '+821044440001');
  });

  test('shows who asked, when, on what legal ground, and the answer, with numbers masked', async () => {
    const [newest] = await list('');
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
    expect(await isAppendOnly(carrier.base, 'lookups')).toBe(true);
  });

  test('is listed by client, Korean day and number, in pages', async () => {
    const all = await list('');
    expect(all.map(({ code }) => code)).toEqual(['OK', 'IDENTIFIER_NOT_FOUND', 'OK']);
    expect(await list('client_id=other')).toEqual(all.slice(0, 1));
    expect(await list('day=2026-03-04')).toEqual(all.slice(2));
    expect(await list('day=2026-03-05')).toEqual(all.slice(0, 2));
    expect(await list('phone=010-4444-0001')).toEqual([all[0], all[2]]);
    expect(await list(`before=${all[0]?.lookup_id}&limit=1`)).toEqual(all.slice(1, 2));
    const wrong = await carrier.send('GET', '/v1/staff/look-ups?phone=nobody', { token: tokens.auditor });
    expect(wrong.body.code).toBe('phone_number_invalid');
  });

  test('is read only with an entry in the audit trail', async () => {
    await list('client_id=other&phone=010-4444-0001');
    const trail = await carrier.send('GET', '/v1/staff/audit-trail?limit=2', { token: tokens.operator });
    expect((trail.body.lines as unknown[])[1]).toMatchObject({
      staff_login: expect.stringMatching(/^auditor-/),
      action: 'GET /v1/staff/look-ups',
      subject: { client_id: 'other', phone: '010-4444-0001' },
    });
  });
});
