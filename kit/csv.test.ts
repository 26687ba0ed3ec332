import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_START, formatCsv, parseCsv } from './csv.ts';

describe('reading CSV', () => {
  test('follows RFC 4180 and reports the line on which each row begins', () => {
    expect(parseCsv('a,"b ""c"", d"\r\n"two\nlines",e\n\n,\nf')).toEqual([
      { line: 1, cells: ['a', 'b "c", d'] },
      { line: 2, cells: ['two\nlines', 'e'] },
      { line: 6, cells: ['f'] },
    ]);
  });

  test.each([
    ['a byte order mark', `${CSV_START}a\n`, [['a']]],
    ['a byte order mark before a quote', `${CSV_START}"a"\n`, [['a']]],
    ['mixed line endings', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['rows of different length', 'a\nb,c\n', [['a'], ['b', 'c']]],
    ['a quote inside a cell', '5" screen,a\nb', [['5" screen', 'a'], ['b']]],
    ['text after a closing quote', '"a"b,c\nd', [['"a"b', 'c'], ['d']]],
    ['an unclosed quote', 'a\n"b,c\nd', [['a'], ['b,c\nd']]],
    ['nothing', '', []],
    ['blank rows', '\n , \n\r\n', []],
  ])('accepts %s', (_what, text, rows) => {
    expect(parseCsv(text).map(({ cells }) => cells)).toEqual(rows);
  });

  test('never throws', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', CSV_START),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (csv) => Array.isArray(parseCsv(csv))),
      { numRuns: 2_000 },
    );
  });
});

describe('writing CSV', () => {
  test('gives rows that are read back unchanged', () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', "'", '가'),
      minLength: 1,
    });
    const safe = cell.map((text) => `a${text}`);
    fc.assert(
      fc.property(fc.array(fc.array(safe, { minLength: 1 }), { minLength: 1 }), (rows) => {
        expect(parseCsv(formatCsv(rows)).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  test('ends lines with CRLF, leaves null empty and keeps negative numbers', () => {
    expect(formatCsv([['a', 'b "c", d', 'two\nlines', null, -5], ['e']])).toBe(
      'a,"b ""c"", d","two\nlines",,-5\r\ne\r\n',
    );
  });

  test.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])(
    'makes no formula of a cell that starts with %j',
    (start) => {
      const [row] = parseCsv(formatCsv([[`${start}1+1`]]));
      expect(row?.cells).toEqual([`'${start}1+1`]);
    },
  );
});
