import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestShop } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let token: string;

beforeAll(async () => {
  shop = await TestShop.open();
  token = await shop.staff('clerk');
});
afterAll(() => shop.close());

const importCsv = (body: string, { preview = false } = {}) =>
  shop.call('POST', `/v1/office/members/imports${preview ? '?preview=true' : ''}`, {
    token,
    body,
    type: 'text/csv',
  });

describe('members from CSV', () => {
  test('are imported if every line is valid; otherwise errors are reported and nothing is imported', async () => {
    const wrong = [
      '\uFEFFphone,member_no,name,email',
      '010-1111-2222,A-1,홍길동,gildong@example.com',
      '"+82 10 1111 3333",A-2,"Clark, Emma",',
      'nonsense,A-3,김철수,',
      '010-1111-4444,A-4,,',
      '010-1111-5555,A-5,김영희,not-an-address',
      '',
      '010-1111-2222,A-6,같은 번호,',
    ].join('\r\n');
    const errors = [
      { line: 2, code: 'member_exists' },
      { line: 4, code: 'phone_number_invalid' },
      { line: 5, code: 'name_invalid' },
      { line: 6, code: 'email_invalid' },
    ];
    const seen = await importCsv(wrong, { preview: true });
    // Of two lines with the same phone number the later one counts.
    expect(seen.body).toEqual({ lines: 6, added: 2, changed: 0, errors_total: 4, errors });
    expect(await importCsv(wrong)).toMatchObject({
      status: 422,
      body: { code: 'import_refused', errors_total: 4, errors },
    });
    expect(await shop.count('members')).toBe(0);
  });

  test('are previewed, then added and changed', async () => {
    const file =
      'member_no,name,phone\nA-1,홍길동,010-1111-2222\nA-2,"Clark, Emma",+82 10 1111 3333\nA-3,김철수,010-1111-4444';
    const report = { lines: 3, added: 3, changed: 0, errors_total: 0, errors: [] };
    expect((await importCsv(file, { preview: true })).body).toEqual(report);
    expect(await shop.count('members')).toBe(0);
    expect((await importCsv(file)).body).toEqual(report);
    const again = 'member_no,name,phone\nA-2,Emma Clark,010-1111-3333\nA-7,새 회원,010-1111-2222\n';
    expect((await importCsv(again)).body).toMatchObject({ errors: [{ line: 3, code: 'member_exists' }] });
    const found = () => shop.call('GET', '/v1/office/members?query=010-1111-3333', { token });
    expect((await found()).body.members).toMatchObject([{ name: 'Clark, Emma' }]);
    const right = 'member_no,name,phone\nA-2,Emma Clark,010-1111-3333\n';
    expect((await importCsv(right)).body).toMatchObject({ added: 0, changed: 1 });
    expect((await found()).body.members).toMatchObject([
      { member_no: 'A-2', name: 'Emma Clark', email: null },
    ]);
  });

  test('importing the same file again changes nothing', async () => {
    const rows = Array.from(
      { length: 2_500 },
      (_, n) => `B-${n},회원 ${n},010-2${String(n).padStart(7, '0')}`,
    );
    const file = `member_no,name,phone\n${rows.join('\n')}`;
    expect((await importCsv(file)).body).toMatchObject({ added: 2_500, errors: [] });
    expect((await importCsv(file)).body).toMatchObject({ added: 0, changed: 2_500, errors: [] });
  });

  test.each(['', 'name,phone\nx,y', 'a', '{"a":1}'])('without the columns is refused: %j', async (file) => {
    const reply = await importCsv(file);
    expect(reply).toMatchObject({ status: 422, body: { code: 'import_refused' } });
    expect(reply.body.errors).toContainEqual({ line: 1, column: 'member_no', code: 'missing' });
  });

  test('JSON routes take no CSV', async () => {
    const reply = await shop.call('POST', '/v1/office/members', { token, body: 'a,b', type: 'text/csv' });
    expect(reply.status).toBe(415);
  });
});

describe('a member at the office', () => {
  const A_MEMBER = { member_no: 'C-1', name: '최민지', phone: '010-3000-0001' };

  test('is corrected, but not to another member’s phone', async () => {
    const added = await shop.call('POST', '/v1/office/members', { token, body: A_MEMBER });
    const other = { member_no: 'C-2', name: '박서준', phone: '010-3000-0002' };
    await shop.call('POST', '/v1/office/members', { token, body: other });
    const path = `/v1/office/members/${added.body.member_id}`;
    const put = (body: unknown, key?: string) =>
      shop.call('PUT', path, { token, body, ...(key === undefined ? {} : { key }) });
    const good = { name: '최민지', phone: '010-3000-0003', email: 'minji@example.com' };
    const changed = await put(good, 'change-1');
    expect(changed).toMatchObject({ status: 200, body: { member_id: added.body.member_id } });
    expect(await put(good, 'change-1')).toEqual(changed);
    expect((await shop.call('GET', path, { token })).body).toMatchObject({
      phone: '+821030000003',
      email: 'minji@example.com',
      member_no: 'C-1',
    });
    for (const [wrong, code] of [
      [{ ...good, name: ' ' }, 'name_invalid'],
      [{ ...good, phone: '010-12', email: 'none' }, 'phone_number_invalid'],
      [{ ...good, email: 'none' }, 'email_invalid'],
      [{ ...good, phone: other.phone }, 'member_exists'],
    ] as const)
      expect((await put(wrong)).body.code).toBe(code);
  });

  test('leaves, and is no longer found', async () => {
    const body = { member_no: 'C-3', name: '정하나', phone: '010-3000-0005' };
    const added = await shop.call('POST', '/v1/office/members', { token, body });
    const path = `/v1/office/members/${added.body.member_id}`;
    const auditor = await shop.staff('auditor');
    expect((await shop.call('POST', `${path}/departure`, { token: auditor })).status).toBe(403);
    const left = await shop.call('POST', `${path}/departure`, { token, key: 'leave-1' });
    expect(left.body).toEqual({ left: true });
    expect(await shop.call('POST', `${path}/departure`, { token, key: 'leave-1' })).toEqual(left);
    expect((await shop.call('GET', path, { token })).body.code).toBe('member_not_found');
    const change = { name: '정하나', phone: '010-3000-0005', email: null };
    expect((await shop.call('PUT', path, { token, body: change })).body.code).toBe('member_not_found');
    expect((await shop.call('POST', `${path}/departure`, { token })).body.code).toBe('member_not_found');
  });
});
