import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../../kit/csv.ts';
import { TestShop } from '../shop.builder.ts';

let shop: TestShop;
let token: string;

beforeAll(async () => {
  shop = await TestShop.open();
  token = await shop.staff('clerk');
});
afterAll(() => shop.close());

const importCsv = (body: string) =>
  shop.call('POST', '/v1/office/members/imports', { token, body, type: 'text/csv' });

describe('members from CSV', () => {
  test('are added and changed; wrong lines are told and passed over', async () => {
    const file = [
      '\uFEFFphone,member_no,name,email',
      '010-1111-2222,A-1,홍길동,gildong@example.com',
      '"+82 10 1111 3333",A-2,"Clark, Emma",',
      'nonsense,A-3,김철수,',
      '010-1111-4444,A-4,,',
      '010-1111-5555,A-5,김영희,not-an-address',
      '',
      '010-1111-2222,A-6,같은 번호,',
    ].join('\r\n');
    const first = await importCsv(file);
    // Of two lines with one phone number the later counts.
    expect(first.body).toEqual({
      lines: 6,
      added: 2,
      changed: 0,
      errors: [
        { line: 2, code: 'member_exists' },
        { line: 4, code: 'phone_number_invalid' },
        { line: 5, code: 'validation_failed' },
        { line: 6, code: 'email_invalid' },
      ],
    });
    const again = await importCsv(
      'member_no,name,phone\nA-2,Emma Clark,010-1111-3333\nA-7,새 회원,010-1111-2222\n',
    );
    expect(again.body).toEqual({
      lines: 2,
      added: 0,
      changed: 1,
      errors: [{ line: 3, code: 'member_exists' }],
    });
    const found = await shop.call('GET', '/v1/office/members?query=010-1111-3333', { token });
    expect(found.body.members).toMatchObject([{ member_no: 'A-2', name: 'Emma Clark', email: null }]);
  });

  test('the same file again changes no more', async () => {
    const rows = Array.from(
      { length: 2_500 },
      (_, n) => `B-${n},회원 ${n},010-2${String(n).padStart(7, '0')}`,
    );
    const file = `member_no,name,phone\n${rows.join('\n')}`;
    expect((await importCsv(file)).body).toMatchObject({ added: 2_500, errors: [] });
    expect((await importCsv(file)).body).toMatchObject({ added: 0, changed: 2_500, errors: [] });
  });

  test.each(['', 'name,phone\nx,y', 'a', '{"a":1}'])('without the columns is refused: %j', async (file) => {
    expect((await importCsv(file)).status).toBe(400);
  });

  test('JSON routes take no CSV', async () => {
    const reply = await shop.call('POST', '/v1/office/members', { token, body: 'a,b', type: 'text/csv' });
    expect(reply.status).toBe(415);
  });
});

test('CSV is read as RFC 4180 says', () => {
  expect(parseCsv('a,"b ""c"", d"\r\n"two\nlines",e\n\n,\nf')).toEqual([
    { line: 1, cells: ['a', 'b "c", d'] },
    { line: 2, cells: ['two\nlines', 'e'] },
    { line: 6, cells: ['f'] },
  ]);
});
