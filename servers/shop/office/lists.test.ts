import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { parseCsv } from '../../../kit/csv.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Certificate, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let [jongno, busan]: TestTerminal[] = [];
let [early, late]: Certificate[] = [];
let clerk: string;

beforeAll(async () => {
  shop = await TestShop.open();
  early = await shop.accepted(50_000, { phone: '+821077770001' });
  const first = await useAt(early, '+821077770001', '=HYPERLINK("http://x","y")');
  shop.passTime(2 * DAY_MS);
  late = await shop.accepted(20_000, { phone: '+821077770002' });
  [jongno, busan] = [first, await useAt(late, '+821077770002', 'till-2')];
  clerk = await shop.staff('clerk');
});
afterAll(() => shop.close());

/** Redeems 10,000 won at a new store. */
async function useAt(certificate: Certificate, phone: string, sale_reference: string): Promise<TestTerminal> {
  const till = await shop.terminal();
  const lines = [{ certificate_id: certificate.certificate_id, amount_minor: 10_000 }];
  const body = { verification_token: await shop.opened(till, { phone }), sale_reference, lines };
  const reply = await shop.call('POST', '/v1/redemptions', { token: till.token, body });
  if (reply.status !== 201) throw new Error(reply.raw);
  return till;
}

/** Copies in bulk, since an export page has more rows than could be registered one by one in good time. */
async function copyCertificate(certificateId: string, copies: number): Promise<void> {
  await sql`
    with copied as (
      insert into certificates (certificate_id, order_id, operator, buyer_name, buyer_member_number, recipient_name,
        recipient_phone, amount_minor, currency, state, expires_at, registered_at, registered_evidence_id)
      select uuidv7(), uuidv7(), operator, buyer_name, buyer_member_number, recipient_name, recipient_phone,
        amount_minor, currency, state, expires_at, registered_at, registered_evidence_id
      from certificates cross join generate_series(1, ${copies}::int) where certificate_id = ${certificateId}
      returning certificate_id, amount_minor)
    insert into certificate_balances (certificate_id, balance_minor, entry_no)
    select certificate_id, amount_minor, 1 from copied`.execute(shop.context.db);
}

const idsOf = (rows: unknown, name: string) => (rows as Record<string, string>[]).map((row) => row[name]);

describe('certificates', () => {
  test.each([
    ['a store', () => `store_id=${jongno?.store_id}`, () => [early]],
    ['a first day', () => 'from=2026-03-02', () => [late]],
    ['a last day', () => 'until=2026-03-02', () => [early]],
    ['both days', () => 'from=2026-03-01&until=2026-03-03', () => [late, early]],
    ['a state', () => 'state=expired', () => []],
    ['a phone', () => 'phone=010-7777-0002', () => [late]],
  ])('are found by %s', async (_what, query, expected) => {
    const reply = await shop.call('GET', `/v1/office/certificates?${query()}`, { token: clerk });
    expect(idsOf(reply.body.certificates, 'certificate_id')).toEqual(
      expected().map((certificate) => certificate?.certificate_id),
    );
  });

  test('are not searched by phone number by an auditor', async () => {
    const token = await shop.staff('auditor');
    for (const path of ['certificates', 'exports/certificates.csv']) {
      const phone = await shop.call('GET', `/v1/office/${path}?phone=010-7777-0002`, { token });
      expect(phone).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect((await shop.call('GET', '/v1/office/certificates', { token })).status).toBe(200);
  });
});

describe('redemptions', () => {
  test.each([
    ['a store', () => `store_id=${busan?.store_id}`, () => [late]],
    ['four digits', () => `last4=${early?.number.slice(-4)}`, () => [early]],
    ['a day', () => 'from=2026-03-03&until=2026-03-03', () => [late]],
  ])('are found by %s', async (_what, query, expected) => {
    const reply = await shop.call('GET', `/v1/office/redemptions?${query()}`, { token: clerk });
    expect(idsOf(reply.body.redemptions, 'certificate_id')).toEqual(
      expected().map((certificate) => certificate?.certificate_id),
    );
  });
});

describe('an export', () => {
  const fetchCsv = (path: string) =>
    shop.app.inject({
      method: 'GET',
      url: `/v1/office/exports/${path}`,
      headers: { authorization: `Bearer ${clerk}` },
    });

  test('has the rows of the list for a spreadsheet, and no formula', async () => {
    const reply = await fetchCsv('redemptions.csv');
    expect(reply.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="redemptions.csv"',
      'cache-control': 'no-store',
    });
    expect(reply.body.startsWith('\uFEFF')).toBe(true);
    const [heads, ...rows] = parseCsv(reply.body).map(({ cells }) => cells);
    const at = heads?.indexOf('sale_reference') ?? -1;
    expect(rows.map((cells) => cells[at])).toEqual(['till-2', `'=HYPERLINK("http://x","y")`]);
  });

  test('goes on beyond one page', async () => {
    const { certificate_id } = await shop.registered(1_000);
    await copyCertificate(certificate_id, 600);
    const reply = await fetchCsv('certificates.csv?state=registered');
    const rows = parseCsv(reply.body).slice(1);
    expect(rows).toHaveLength(601);
    expect(new Set(rows.map(({ cells }) => cells[0])).size).toBe(601);
  });

  test('of members has the filters of their list, and is masked for an auditor', async () => {
    const body = { member_no: 'A-1', name: '홍길동', phone: '010-7777-0009' };
    await shop.call('POST', '/v1/office/members', { token: clerk, body });
    const rows = parseCsv((await fetchCsv('members.csv?origin=added')).body).map(({ cells }) => cells);
    expect(rows.slice(1)).toEqual([['A-1', '홍길동', '010-7777-0009', '', 'added']]);
    expect(parseCsv((await fetchCsv('members.csv?origin=imported')).body)).toHaveLength(1);
    const token = await shop.staff('auditor');
    const masked = await shop.app.inject({
      ...{ method: 'GET', url: '/v1/office/exports/members.csv' },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(masked.body).toContain('A-1');
    expect(masked.body).not.toContain('홍길동');
    expect(masked.body).not.toContain('77770009');
  });

  test('takes the filters of the list, and is only for staff', async () => {
    const reply = await fetchCsv(`certificates.csv?store_id=${busan?.store_id}`);
    expect(parseCsv(reply.body)).toHaveLength(2);
    const stranger = await shop.app.inject({ method: 'GET', url: '/v1/office/exports/certificates.csv' });
    expect(stranger.statusCode).toBe(401);
  });
});
