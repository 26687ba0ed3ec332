import { describe, expect, test } from 'vitest';
import { readCsvTable } from './csv-table.ts';
import { csvText } from './csv-text.ts';

const COLUMNS = {
  phone: { headings: ['phone number', '전화번호'], required: true },
  name: { headings: ['이름'], required: true },
  note: {},
};
const HONG = { line: 2, cells: { phone: '010-5555-1000', name: '홍길동' } };

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('a file as spreadsheets save it', () => {
  test.each([
    ['commas', 'phone,name\r\n010-5555-1000,홍길동\r\n'],
    ['semicolons', 'phone;name\n010-5555-1000;홍길동\n'],
    ['tabs', 'phone\tname\n010-5555-1000\t홍길동\n'],
    ['Korean headings, in another order', '이름,전화번호\n홍길동,010-5555-1000\n'],
    ['headings in capitals and with spaces', 'NAME,Phone Number\n홍길동,010-5555-1000\n'],
    ['a byte order mark', '\ufeffphone,name\n010-5555-1000,홍길동\n'],
    ['numbers kept as text', 'phone,name\n="010-5555-1000",홍길동\n'],
    ['numbers kept as text and quoted', 'phone,name\n"=""010-5555-1000""",홍길동\n'],
    ['an apostrophe', "phone,name\n'010-5555-1000,홍길동\n"],
    ['a column that nobody asked for', 'phone,age,name\n010-5555-1000,44,홍길동\n'],
    ['an empty cell', 'phone,name,note\n010-5555-1000,홍길동, \n'],
    ['decomposed Hangul', `phone,name\n010-5555-1000,${'홍길동'.normalize('NFD')}\n`],
  ])('with %s', (_what, text) => {
    expect(readCsvTable(text, COLUMNS)).toEqual({ rows: [HONG], errors: [] });
  });

  test.each([
    ['sep=;', ';'],
    ['"sep=;"', ';'],
    ['\ufeffsep=|', '|'],
    ['sep=:', ':'],
  ])('with a first line %j, which counts as a line', (first, sign) => {
    const text = `${first}\r\nphone${sign}name\r\n010-5555-1000${sign}홍길동\r\n`;
    expect(readCsvTable(text, COLUMNS).rows).toEqual([{ ...HONG, line: 3 }]);
  });
});

describe('a file that can’t be read', () => {
  test.each([
    [
      'no headings',
      '010-5555-1000,홍길동\n',
      [
        { line: 1, column: 'phone', code: 'missing' },
        { line: 1, column: 'name', code: 'missing' },
      ],
    ],
    ['a column missing', '\nphone,note\n010,x\n', [{ line: 2, column: 'name', code: 'missing' }]],
    ['a column twice', 'phone,name,이름\n1,2,3\n', [{ line: 1, column: 'name', code: 'repeated' }]],
    ['a cell too few', 'phone,name\n010-5555-1000\n', [{ line: 2, column: null, code: 'cell_count' }]],
    [
      'nothing',
      '',
      [
        { line: 1, column: 'phone', code: 'missing' },
        { line: 1, column: 'name', code: 'missing' },
      ],
    ],
  ])('for %s says where and why', (_what, text, errors) => {
    expect(readCsvTable(text, COLUMNS)).toEqual({ rows: [], errors });
  });
});

describe('the text of a file', () => {
  const TEXT = 'phone,이름\n010-5555-1000,홍길동\n';
  // `이름`, `홍길동` and the syllable 똠, which only CP949 has, as Korean spreadsheets save them.
  const CP949 = Buffer.concat([
    Buffer.from('phone,'),
    Buffer.from([0xc0, 0xcc, 0xb8, 0xa7]),
    Buffer.from('\n1,'),
    Buffer.from([0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf, 0x8c, 0x63]),
  ]);

  test.each([
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['UTF-16, little end first', utf16(TEXT), TEXT],
    ['UTF-16, big end first', utf16(TEXT, { bigEndian: true }), TEXT],
    ['UTF-16 without a mark', utf16(TEXT, { mark: false }), TEXT],
    ['UTF-16, big end first, without a mark', utf16(TEXT, { bigEndian: true, mark: false }), TEXT],
    ['CP949', CP949, 'phone,이름\n1,홍길동똠'],
    ['nothing', Buffer.alloc(0), ''],
    ['no encoding that spreadsheets save', Buffer.from([0xff, 0xc3, 0x28, 0xff]), undefined],
    ['half a UTF-16 character', utf16('ab').subarray(0, 5), undefined],
  ])('in %s', (_what, bytes, text) => {
    expect(csvText(bytes)).toBe(text);
  });
});
