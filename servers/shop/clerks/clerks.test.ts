import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import {
  CLERK_PIN,
  PHONE,
  type Reply,
  type TestClerk,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';

const WRONG_PIN = '862914';
const OWN_PIN = '482051';

let shop: TestShop;
let terminal: TestTerminal;
let clerk: TestClerk;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  terminal = await shop.terminal();
  clerk = await shop.clerk();
});

const signInWith = (body: object, at = terminal): Promise<Reply> =>
  shop.call('POST', '/v1/terminal/clerk-sessions', { token: at.token, body });
const byPin = (pin: string, at = terminal, of = clerk): Promise<Reply> =>
  signInWith({ clerk_number: of.clerk_number, pin }, at);
const inOffice = async (path: string, role = 'owner'): Promise<Reply> =>
  shop.call('POST', `/v1/office/clerks/${path}`, { token: await shop.staff(role) });

async function aUse(): Promise<string> {
  const { certificate_id } = await shop.accepted(30_000);
  const token = await shop.opened(terminal);
  const sale = await shop.redeem(terminal, token, [{ certificate_id, amount_minor: 10_000 }]);
  return (sale.body.lines as { redemption_id: string }[])[0]?.redemption_id ?? '';
}
const reverse = (use: string, key?: string): Promise<Reply> =>
  shop.call('POST', `/v1/redemptions/${use}/reversal`, {
    token: terminal.token,
    body: { amount_minor: 1_000 },
    ...(key === undefined ? {} : { key }),
  });

describe('a reversal at a till', () => {
  test('is refused without a clerk, and has the name of the one who is signed in', async () => {
    const use = await aUse();
    expect(await reverse(use)).toMatchObject({ status: 403, body: { code: 'clerk_required' } });
    expect((await byPin(CLERK_PIN)).body).toMatchObject({ clerk });
    expect((await reverse(use)).status).toBe(201);
    const other = await shop.clerk('박준호');
    await shop.signIn(terminal, other);
    expect((await reverse(use)).status).toBe(201);
    const found = await sql<{ name: string }>`
      select c.name from reversals v join clerks c using (clerk_id) where v.redemption_id = ${use}
      order by v.part_no`.execute(shop.context.db);
    expect(found.rows).toEqual([{ name: '이수진' }, { name: '박준호' }]);
  });

  test('can’t be stored without a name', async () => {
    await shop.signIn(terminal);
    const use = await aUse();
    await reverse(use);
    const nameless = sql`
      insert into journal (at, party, kind, fact_id, parent_id, line_no, subject_id, entry_no, before_minor, delta_minor,
        after_minor, currency, original_minor, reversed_minor, store_id, terminal_id, trace_id, body)
      select at, party, kind, gen_random_uuid(), parent_id, 2, subject_id, entry_no, before_minor, delta_minor, after_minor,
        currency, original_minor, reversed_minor, store_id, terminal_id, trace_id, body
      from journal where parent_id = ${use}`.execute(shop.context.db);
    await expect(nameless).rejects.toThrow('reversal_at_a_till_has_a_name');
  });

  test('that was made is answered again after its clerk has signed out', async () => {
    await shop.signIn(terminal);
    const use = await aUse();
    const first = await reverse(use, 'again');
    const out = await shop.call('DELETE', '/v1/terminal/clerk-sessions/current', { token: terminal.token });
    expect(out.body).toEqual({ ended: true });
    expect(await reverse(use, 'again')).toEqual(first);
    expect((await reverse(use)).body.code).toBe('clerk_required');
  });

  test('keeps its clerk signed in; one who does nothing for ten minutes is not', async () => {
    await shop.signIn(terminal);
    const use = await aUse();
    for (let n = 0; n < 3; n++) {
      shop.passTime(8 * MINUTE_MS);
      expect((await reverse(use)).status).toBe(201);
    }
    shop.passTime(11 * MINUTE_MS);
    expect((await reverse(use)).body.code).toBe('clerk_required');
  });

  test('is done by a clerk whom sales have kept signed in', async () => {
    await shop.signIn(terminal);
    for (let n = 0; n < 3; n++) {
      shop.passTime(8 * MINUTE_MS);
      await aUse();
    }
    expect((await reverse(await aUse())).status).toBe(201);
  });

  test('isn’t done by a clerk at another terminal, or by one who has left', async () => {
    const use = await aUse();
    await shop.signIn(await shop.terminal(), clerk);
    expect((await reverse(use)).body.code).toBe('clerk_required');
    await shop.signIn(terminal, clerk);
    expect((await inOffice(`${clerk.clerk_id}/departure`)).status).toBe(200);
    expect((await reverse(use)).body.code).toBe('clerk_required');
    expect((await byPin(CLERK_PIN)).body.code).toBe('clerk_pin_wrong');
  });
});

test('what a customer does at the terminal doesn’t keep a clerk signed in', async () => {
  await shop.signIn(terminal);
  const use = await aUse();
  shop.passTime(9 * MINUTE_MS);
  await shop.verify(terminal);
  shop.passTime(2 * MINUTE_MS);
  expect((await reverse(use)).body.code).toBe('clerk_required');
});

test('a sale has the name of the clerk who is signed in', async () => {
  await aUse();
  await shop.signIn(terminal, clerk);
  await aUse();
  const found = await sql<{ clerk_id: string | null }>`
    select clerk_id from redemptions where terminal_id = ${terminal.terminal_id} order by clerk_id nulls first`.execute(
    shop.context.db,
  );
  expect(found.rows).toEqual([{ clerk_id: null }, { clerk_id: clerk.clerk_id }]);
});

describe('wrong PINs', () => {
  test('are limited at one terminal, and stop nobody at another', async () => {
    for (let n = 0; n < 5; n++) expect((await byPin(WRONG_PIN)).body.code).toBe('clerk_pin_wrong');
    expect((await byPin(CLERK_PIN)).status).toBe(429);
    expect((await byPin(CLERK_PIN, await shop.terminal())).status).toBe(201);
    expect((await byPin(CLERK_PIN, terminal, await shop.clerk())).status).toBe(201);
  });

  test('of an unknown number get the same answer, and what can’t be a PIN is no attempt', async () => {
    const unknown = { clerk_number: 99_999, pin: CLERK_PIN };
    for (let n = 0; n < 5; n++) expect((await signInWith(unknown)).body.code).toBe('clerk_pin_wrong');
    expect((await signInWith(unknown)).status).toBe(429);
    for (let n = 0; n < 6; n++) expect((await byPin('abcdef')).body.code).toBe('pin_not_digits');
    expect((await byPin('５１７４０３')).status).toBe(201);
  });
});

describe('a first PIN', () => {
  test('is good only for choosing one’s own, for a week', async () => {
    await shop.signIn(terminal, clerk);
    const made = await inOffice(`${clerk.clerk_id}/first-pins`);
    const pin = String(made.body.first_pin);
    const use = await aUse();
    expect((await reverse(use)).body.code).toBe('clerk_required');
    expect((await byPin(CLERK_PIN)).body.code).toBe('clerk_pin_wrong');
    expect((await byPin(pin)).body.code).toBe('clerk_pin_is_first');
    const choose = (new_pin: string) => signInWith({ clerk_number: clerk.clerk_number, pin, new_pin });
    expect((await choose('123456')).body.code).toBe('pin_sequence');
    expect((await choose(OWN_PIN)).status).toBe(201);
    expect((await byPin(pin)).body.code).toBe('clerk_pin_wrong');
    expect((await byPin(OWN_PIN)).status).toBe(201);

    const late = await inOffice(`${clerk.clerk_id}/first-pins`);
    shop.passTime(8 * DAY_MS);
    const fresh = await shop.terminal();
    expect((await byPin(String(late.body.first_pin), fresh)).body.code).toBe('clerk_pin_wrong');
  });

  test('and a badge are made by the owner only, and are in clear nowhere', async () => {
    expect((await inOffice(`${clerk.clerk_id}/first-pins`, 'clerk')).status).toBe(403);
    const { first_pin } = (await inOffice(`${clerk.clerk_id}/first-pins`)).body;
    const { badge } = (await inOffice(`${clerk.clerk_id}/badges`)).body;
    expect([String(first_pin), String(badge)]).toEqual([
      expect.stringMatching(/^\d{6}$/),
      expect.stringMatching(/^\d{30}$/),
    ]);
    const stored = await shop.context.pool.query(
      "select (select string_agg(c::text, ' ') from clerks c) || (select string_agg(k::text, ' ') from idempotency_keys k) as dump",
    );
    expect(stored.rows[0]?.dump).toContain(clerk.clerk_id);
    for (const secret of [first_pin, badge]) expect(stored.rows[0]?.dump).not.toContain(secret);
    expect((await inOffice('01980000-0000-7000-8000-000000009999/badges')).body.code).toBe('clerk_not_found');
  });
});

test('a badge signs its clerk in until there is a newer one', async () => {
  const first = (await inOffice(`${clerk.clerk_id}/badges`)).body;
  expect((await signInWith(first)).body).toMatchObject({ clerk });
  const second = (await inOffice(`${clerk.clerk_id}/badges`)).body;
  expect((await signInWith(first)).body.code).toBe('badge_unknown');
  expect((await signInWith(second)).status).toBe(201);
});

test('the office adds clerks and lists them with what they sign in by', async () => {
  const token = await shop.staff('owner');
  const added = await shop.call('POST', '/v1/office/clerks', { token, body: { name: '최유리' } });
  expect(added.status).toBe(201);
  await inOffice(`${String(added.body.clerk_id)}/first-pins`);
  await shop.signIn(terminal, clerk);
  const { body } = await shop.call('GET', '/v1/office/clerks', { token: await shop.staff('auditor') });
  expect(body.clerks).toEqual(
    expect.arrayContaining([
      { ...added.body, pin: 'first', badge_made_at: null, last_signed_in_at: null },
      { ...clerk, pin: 'own', badge_made_at: null, last_signed_in_at: shop.now.toISOString() },
    ]),
  );
});

test('two who sign in at once at one terminal follow each other', async () => {
  const clerks = await Promise.all(Array.from({ length: 5 }, () => shop.clerk()));
  const replies = await Promise.all(clerks.map((one) => byPin(CLERK_PIN, terminal, one)));
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  const open = await sql<{ n: bigint }>`
    select count(*) as n from clerk_sessions where terminal_id = ${terminal.terminal_id} and ended_at is null`.execute(
    shop.context.db,
  );
  expect(open.rows[0]?.n).toBe(1n);
});

describe('an opening by a clerk', () => {
  const openings = (body: object) =>
    shop.call('POST', '/v1/terminal/openings', { token: terminal.token, body });
  const askCode = () =>
    shop.call('POST', '/v1/terminal/opening-codes', {
      token: terminal.token,
      body: { phone: PHONE, locale: 'ko' },
    });

  test('needs somebody who is signed in, by code as by document', async () => {
    await shop.accepted(10_000);
    expect((await askCode()).body.code).toBe('clerk_required');
    const document = { phone: PHONE, document: 'passport', name: '홍길동' };
    expect((await openings(document)).body.code).toBe('clerk_required');
    await shop.signIn(terminal, clerk);
    expect((await openings({ ...document, name: '홍길순' })).body.code).toBe('document_name_differs');
    expect((await openings(document)).status).toBe(201);
    expect((await askCode()).status).toBe(202);
    const code = /\d{6}/.exec(await shop.lastText())?.[0];
    expect((await openings({ phone: PHONE, code })).status).toBe(201);
  });

  test('pays at that till, and at no other', async () => {
    const phone = '+821088880001';
    const { certificate_id } = await shop.accepted(10_000, { phone });
    await shop.signIn(terminal, clerk);
    const opened = await openings({ phone, document: 'resident_card', name: '홍길동' });
    const token = String(opened.body.verification_token);
    const lines = [{ certificate_id, amount_minor: 4_000 }];
    expect((await shop.redeem(await shop.terminal(), token, lines)).body.code).toBe('verification_expired');
    expect((await shop.redeem(terminal, token, lines)).status).toBe(201);
  });

  test('is listed in the office with the clerk’s name, and so is a reversal', async () => {
    const phone = '+821088880002';
    const { certificate_id } = await shop.accepted(10_000, { phone });
    await shop.signIn(terminal, clerk);
    const opened = await openings({ phone, document: 'resident_card', name: '홍길동' });
    const lines = [{ certificate_id, amount_minor: 4_000 }];
    const sale = await shop.redeem(terminal, String(opened.body.verification_token), lines);
    const [line] = sale.body.lines as { redemption_id: string }[];
    await reverse(line?.redemption_id ?? '');
    const get = async (path: string) =>
      (await shop.call('GET', `/v1/office/${path}`, { token: await shop.staff('auditor') })).body;
    expect((await get('clerk-openings?limit=1')).openings).toEqual([
      {
        opening_id: expect.any(String),
        clerk_name: clerk.name,
        store_name_ko: '종로점',
        store_name_en: 'Jongno',
        terminal_name: 'T1',
        proof: 'resident_card',
        phone: expect.stringMatching(/^010-\*{4}-0002$/),
        certificate_ids: [certificate_id],
        at: shop.now.toISOString(),
      },
    ]);
    const history = await get(`certificates/${certificate_id}`);
    expect(history.uses).toMatchObject([{ clerk_name: clerk.name }]);
    expect(history.reversals).toMatchObject([
      { redemption_id: line?.redemption_id, amount_minor: 1_000, by_name: clerk.name, in_office: false },
    ]);
    expect(history.openings).toMatchObject([{ clerk_name: clerk.name, proof: 'resident_card' }]);
  });
});
