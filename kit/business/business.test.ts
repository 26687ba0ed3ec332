import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createManagementApp } from '../../servers/management/app.ts';
import { aDoor, type Door } from '../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../test/builders/management.ts';
import { aStaffSession } from '../../test/builders/sessions.ts';
import { DAY_MS } from '../clock.ts';
import type { App } from '../http/app.ts';
import { isReadableOnWhite } from './colour.ts';
import { documentHtml } from './document-html.ts';
import type { BusinessDetails } from './shapes.ts';

let management: TestManagement;
let app: App;
let operator: Door;
let support: Door;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  operator = aDoor(app, await aStaffSession(management, 'operator', 90 * DAY_MS));
  support = aDoor(app, await aStaffSession(management, 'support', 90 * DAY_MS));
});
afterAll(async () => {
  await app?.close();
  await management?.close();
});

const DETAILS: BusinessDetails = {
  name_ko: '(주)선물',
  name_en: 'Seonmul Inc.',
  representative: '김선물',
  registration_number: '123-45-67890',
  mail_order_number: '제2026-서울종로-0001호',
  address_ko: '서울 종로구 종로 1',
  address_en: '1 Jongno, Jongno-gu, Seoul',
  telephone: '02-700-1200',
  email: 'help@example.com',
  hours_ko: '평일 9시~18시',
  hours_en: 'weekdays 9:00–18:00',
  privacy_officer: '이보호',
  colour: '#7a1fa2',
  logo_id: null,
  vat_bp: 0,
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const refused = (status: number, code: string) => ({ status, body: { code } });
const publish = (after: number, more: Partial<BusinessDetails> = {}, door = operator, key?: string) =>
  door('POST', '/v1/staff/business/versions', { after, details: { ...DETAILS, ...more } }, key);
const publishTerms = (after: number, text: string, in_force_at = management.context.clock()) =>
  operator('POST', '/v1/staff/documents/terms/versions', {
    after,
    in_force_at: in_force_at.toISOString(),
    text_ko: `# 제1조\n${text}`,
    text_en: `# Article 1\n${text}`,
  });
const page = async (url: string) => (await app.inject({ url, headers: { 'accept-language': 'ko' } })).body;

describe('details of a business', () => {
  test('are refused where they can’t be read or shown, and to whoever may not publish', async () => {
    expect(await publish(0, { colour: '#ffee88', logo_id: 'f'.repeat(64) })).toMatchObject(
      refused(422, 'colour_unreadable'),
    );
    expect(await publish(0, { logo_id: 'f'.repeat(64) })).toMatchObject(refused(422, 'picture_unknown'));
    expect(await publish(7)).toMatchObject(refused(409, 'changed_meanwhile'));
    expect(await publish(0, {}, support)).toMatchObject(refused(403, 'forbidden'));
    expect(await page('/terms')).not.toContain('<dl');
  });

  test('stand at the foot of every page, in versions of which none is overwritten', async () => {
    const key = crypto.randomUUID();
    const first = await publish(0, {}, operator, key);
    expect(first).toMatchObject({ status: 201, body: { version: 1, telephone: '02-700-1200' } });
    expect(await publish(0, {}, operator, key)).toEqual(first);
    expect(await publish(0, { representative: '박몰래' })).toMatchObject(refused(409, 'changed_meanwhile'));
    expect(await publish(1, { representative: '최새로' })).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    for (const url of ['/g/nobody', '/n/nobody', '/terms']) {
      const said = await page(url);
      for (const told of ['(주)선물', '최새로', '123-45-67890', '제2026-서울종로-0001호', '02-700-1200'])
        expect(said).toContain(told);
      expect(said).toContain('--strong:#7a1fa2');
    }
    const kept = await management.context.pool.query(
      'select version, representative from business_details order by version',
    );
    expect(kept.rows).toEqual([
      { version: 1, representative: '김선물' },
      { version: 2, representative: '최새로' },
    ]);
  });

  test('of two who publish at once, one is told', async () => {
    const both = await Promise.all([publish(2), publish(2, { telephone: '02-700-9999' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('can’t be changed or deleted by the server', async () => {
    for (const statement of [
      "update business_details set representative = '박몰래'",
      'delete from business_details',
      "update published_documents set text_ko = ''",
    ])
      await expect(management.context.pool.query(statement)).rejects.toThrow('permission denied');
  });
});

describe('a document', () => {
  test('is shown in the version in force, says so, and escapes what it quotes', async () => {
    expect(await page('/terms')).toContain('아직 공개되지 않았어요');
    expect(await publishTerms(0, '<script>alert(1)</script>')).toMatchObject({ status: 201 });
    const inAMonth = new Date(management.context.clock().getTime() + 30 * DAY_MS);
    expect(await publishTerms(1, '새 약관', inAMonth)).toMatchObject({ status: 201, body: { version: 2 } });
    const now = await page('/terms');
    expect(now).toContain('<h2>제1조</h2><p>&lt;script&gt;');
    expect(now).toContain('제1판');
    expect(await page('/terms?version=2')).toContain('시행 예정');
    management.pass(31 * DAY_MS);
    expect(await page('/terms')).toContain('새 약관');
    expect((await aDoor(app)('GET', '/v1/business')).body).toMatchObject({
      documents: [{ document: 'terms', version: 2 }],
    });
    expect(await aDoor(app)('GET', '/v1/documents/privacy')).toMatchObject(
      refused(404, 'document_not_found'),
    );
  });

  test.each([
    ['a\nb\n\n- c\n- d', '<p>a<br>b</p><ul><li>c</li><li>d</li></ul>'],
    ['# a\n- b', '<h2>a</h2><ul><li>b</li></ul>'],
    ['- a\nb', '<p>- a<br>b</p>'],
    ['\n\n', ''],
  ])('%j is %s', (text, html) => {
    expect(
      documentHtml(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(html);
  });
});

describe('a picture', () => {
  const upload = (base64: string, door = operator) => door('POST', '/v1/staff/pictures', { base64 });

  test('is kept once, shown to everybody, and can be the logo', async () => {
    const { body } = await upload(PNG.toString('base64'));
    expect(await upload(PNG.toString('base64'))).toMatchObject({ status: 201, body });
    const shown = await app.inject({ url: `/pictures/${body.picture_id}` });
    expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(PNG)]).toEqual([
      200,
      'image/png',
      true,
    ]);
    expect(await publish(3, { logo_id: String(body.picture_id) })).toMatchObject({ status: 201 });
    expect(await page('/terms')).toContain(`<img src="/pictures/${body.picture_id}"`);
  });

  test('that is none is refused, whatever it is called', async () => {
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"/>', ''])
      expect(await upload(Buffer.from(bytes).toString('base64'))).toMatchObject(
        refused(422, 'picture_invalid'),
      );
    const large = Buffer.concat([PNG, Buffer.alloc(1_048_576)]).toString('base64');
    expect((await upload(large)).status).toBeGreaterThanOrEqual(400);
    expect(await upload(PNG.toString('base64'), support)).toMatchObject(refused(403, 'forbidden'));
    expect((await app.inject({ url: `/pictures/${'0'.repeat(64)}` })).statusCode).toBe(404);
  });
});

test.each([
  ['#000000', true],
  ['#b01f42', true],
  ['#767676', true],
  ['#777777', false],
  ['#ffffff', false],
])('%s can be read on white: %s', (colour, is) => {
  expect(isReadableOnWhite(colour)).toBe(is);
});
