import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { textsTo } from '../../../test/builders/shop-messages.ts';
import { type Certificate, TestShop } from '../../../test/builders/shop-server.ts';
import type { Till } from '../stores/places.ts';
import { askClerkCode, type ClerkOpening, DOCUMENT_KINDS, openByClerk } from './open-by-clerk.ts';

let shop: TestShop;
let clerk: { clerk_id: string };
let till: Till;
let phone: string;
let certificate: Certificate;
let nextPhone = 70_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  const { clerk_id } = await shop.clerk();
  clerk = { clerk_id };
});
afterAll(() => shop.close());
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  phone = `+8210${nextPhone++}`;
  certificate = await shop.accepted(20_000, { phone });
  till = await aTill();
});

async function aTill(): Promise<Till> {
  const { terminal_id } = await shop.terminal();
  const found = await sql<{ store_id: string }>`
    select store_id from terminals where terminal_id = ${terminal_id}`.execute(shop.context.db);
  return { terminal_id, store_id: String(found.rows[0]?.store_id), store_name: '종로점' };
}
const open = (by: ClerkOpening['by'], at = till) =>
  openByClerk(shop.context, { phone, by, till: { ...at, ...clerk } });
async function codeTold(): Promise<string> {
  expect((await askClerkCode(shop.context, { phone, locale: 'ko' }, { ...till, ...clerk })).ok).toBe(true);
  return /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
}
const entriesOf = async (certificateId: string) =>
  (
    await sql<{ kind: string; at: Date }>`
      select kind, at from certificate_entries where certificate_id = ${certificateId} order by entry_no`.execute(
      shop.context.db,
    )
  ).rows.map(({ kind }) => kind);

test.each(['the code', 'a document'])(
  '%s opens a phone’s certificates at the till, on the record, and the holder is told',
  async (what) => {
    const other = await shop.accepted(5_000, { phone, pin: '902745' });
    const by =
      what === 'the code'
        ? { code: await codeTold() }
        : ({ document: 'resident_card', name: '홍길동' } as const);
    const opened = await open(by);
    expect(opened).toMatchObject({ ok: true, value: { verification_token: expect.any(String) } });
    const ids = opened.ok ? opened.value.certificates.map(({ certificate_id }) => certificate_id) : [];
    expect(ids.toSorted()).toEqual([certificate.certificate_id, other.certificate_id].toSorted());
    for (const id of ids) expect(await entriesOf(id)).toEqual(['registered', 'opened_by_clerk']);
    const recorded = await sql`
      select clerk_id, terminal_id, proof from clerk_openings where phone = ${phone}`.execute(
      shop.context.db,
    );
    const proof = what === 'the code' ? 'code' : 'resident_card';
    expect(recorded.rows).toEqual([{ ...clerk, terminal_id: till.terminal_id, proof }]);
    expect((await textsTo(shop.context, phone)).at(-1)).toContain('종로점 직원이 비밀번호 없이');
  },
);

test.each(DOCUMENT_KINDS)('%s is a document', async (document) => {
  expect((await open({ document, name: '홍길동' })).ok).toBe(true);
});

test('a code opens once, and only at the till that asked for it', async () => {
  const code = await codeTold();
  expect(await open({ code }, await aTill())).toMatchObject({ ok: false, code: 'verification_code_wrong' });
  expect((await open({ code })).ok).toBe(true);
  expect(await open({ code })).toMatchObject({ ok: false, code: 'verification_code_wrong' });
});

test('works while nobody may guess at the number any more', async () => {
  const terminal = await shop.terminal();
  for (let n = 0; n < 8; n++) await shop.verify(terminal, { phone, pin: '481620' });
  expect((await shop.verify(terminal, { phone })).body.code).toBe('certificate_locked');
  expect((await open({ document: 'passport', name: '홍길동' })).ok).toBe(true);
});

test('a clerk opens only so many in a day', async () => {
  const answers = [];
  for (let n = 0; n < 31; n++) answers.push(await open({ document: 'passport', name: '홍길동' }));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
  expect(answers.at(-1)).toMatchObject({ code: 'rate_limited' });
});

test('a number without certificates opens nothing', async () => {
  phone = '+821099990001';
  expect(await open({ document: 'passport', name: '홍길동' })).toMatchObject({
    ok: false,
    code: 'certificate_not_found',
  });
});

test('a document opens only what is its holder’s, whatever way the name is written', async () => {
  expect(await open({ document: 'passport', name: '홍길순' })).toMatchObject({
    code: 'document_name_differs',
  });
  expect(await entriesOf(certificate.certificate_id)).toEqual(['registered']);
  expect((await open({ document: 'passport', name: '홍 길동' })).ok).toBe(true);
  await sql`
    update certificates set recipient_name = 'José Sanchez' where certificate_id = ${certificate.certificate_id}`.execute(
    shop.context.db,
  );
  for (const name of ['SANCHEZ, JOSE', 'José  Sanchez', 'ｊｏｓｅ ｓａｎｃｈｅｚ'])
    expect((await open({ document: 'passport', name })).ok).toBe(true);
  for (const name of ['Jose', 'Jose Sanchez Garcia'])
    expect(await open({ document: 'passport', name })).toMatchObject({ code: 'document_name_differs' });
  expect(await open({ document: 'passport', name: '.' })).toMatchObject({ code: 'name_invalid' });
});
