import { expect, test } from 'vitest';
import { rowsOfText } from './list-rows.ts';
import { type ListRules, readRows } from './recipient-list.ts';

const RULES: ListRules = {
  currency: 'KRW',
  amount_minor: 50_000n,
  amount_min_minor: 1_000n,
  amount_max_minor: 1_000_000n,
  can_call: false,
};
const phone = '010-1234-5678';
const readRecipientList = (text: string, rules: ListRules) => readRows(rowsOfText(text), rules);

test.each<[string, object]>([
  [phone, { phone, amount_minor: 50_000n }],
  ['+82 10 1234 5678', { phone: '+82 10 1234 5678', amount_minor: 50_000n }],
  ['０１０－１２３４－５６７８', { phone, amount_minor: 50_000n }],
  [`${phone}, 30000`, { phone, amount_minor: 30_000n }],
  [`${phone},30,000`, { phone, amount_minor: 30_000n }],
  [`${phone}, 1,000,000원`, { phone, amount_minor: 1_000_000n }],
  [`${phone};₩30,000`, { phone, amount_minor: 30_000n }],
  [`홍길동\t${phone}\t30,000원`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`"길동, 홍",${phone},"30,000"`, { phone, name: '길동, 홍', amount_minor: 30_000n }],
  // A spreadsheet has taken the zero off.
  ['홍길동,1012345678', { phone: '01012345678', name: '홍길동', amount_minor: 50_000n }],
  ['홍길동 1012345678 3만원', { phone: '01012345678', name: '홍길동', amount_minor: 30_000n }],
  ['한지민,jimin@example.com', { email: 'jimin@example.com', name: '한지민', amount_minor: 50_000n }],
  [`한지민,${phone},jimin@example.com`, { phone, name: '한지민', amount_minor: 50_000n }],
  [`${phone}\t홍길동\t5만원`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`홍길동 ${phone}`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`홍길동(${phone})`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`홍길동(${phone}) 3만원`, { name: '홍길동', amount_minor: 30_000n }],
  [`홍길동: ${phone} / 30,000원`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`홍길동 010 1234 5678 30,000 KRW`, { phone: '010 1234 5678', name: '홍길동', amount_minor: 30_000n }],
  [`홍길동01012345678`, { phone: '01012345678', name: '홍길동', amount_minor: 50_000n }],
  [`홍길동,${phone},30,000 KRW`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`홍길동,${phone},30k`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`tel:+82-10-1234-5678,홍길동`, { phone: 'tel:+82-10-1234-5678', name: '홍길동', amount_minor: 50_000n }],
  ['Kim Minsu <minsu@example.com>', { email: 'minsu@example.com', name: 'Kim Minsu', amount_minor: 50_000n }],
  ['minsu@example.com (김민수) 3만', { email: 'minsu@example.com', name: '김민수', amount_minor: 30_000n }],
  [`1. 홍길동 ${phone}`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`1) 홍길동 ${phone} 3만원`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`(12) 홍길동 ${phone}`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`1.홍길동 ${phone}`, { phone, name: '홍길동', amount_minor: 50_000n }],
  ['1.kim@example.com,한지민', { email: '1.kim@example.com', name: '한지민', amount_minor: 50_000n }],
  ['한지민 (1.kim@example.com)', { email: '1.kim@example.com', name: '한지민', amount_minor: 50_000n }],
  ['(1.kim@example.com) 한지민', { email: '1.kim@example.com', name: '한지민', amount_minor: 50_000n }],
  ['1. 1.kim@example.com 한지민', { email: '1.kim@example.com', name: '한지민', amount_minor: 50_000n }],
  ['1)kim@example.com 한지민', { email: 'kim@example.com', name: '한지민', amount_minor: 50_000n }],
  ['1.Kim<kim@example.com>', { email: 'kim@example.com', name: 'Kim', amount_minor: 50_000n }],
  ['1.\ufeffkim@example.com,한지민', { email: '1.kim@example.com', name: '한지민', amount_minor: 50_000n }],
  [`3. ${phone}`, { phone, amount_minor: 50_000n }],
  [`홍길동: ${phone} (3만)`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`홍길동: ${phone} (30,000원)`, { phone, name: '홍길동', amount_minor: 30_000n }],
  [`홍길동 ${phone} 3만오천원`, { phone, name: '홍길동', amount_minor: 35_000n }],
  [`${phone}, 홍길동, 금 오만원정`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`${phone}, 홍길동, 오만원정`, { phone, name: '홍길동', amount_minor: 50_000n }],
  [`이원정 ${phone} 3만원`, { phone, name: '이원정', amount_minor: 30_000n }],
  [`${phone} 3만원 이천`, { phone, name: '이천', amount_minor: 30_000n }],
  [`금정오 ${phone}`, { phone, name: '금정오', amount_minor: 50_000n }],
  [`홍길동 전화 ${phone}`, { name: '홍길동', amount_minor: 50_000n }],
  [`홍길동 Tel. ${phone}`, { name: '홍길동', amount_minor: 50_000n }],
  [`김천원 ${phone}`, { phone, name: '김천원', amount_minor: 50_000n }],
  [`Smith CHF ${phone}`, { phone, name: 'Smith CHF', amount_minor: 50_000n }],
  [`구백만 ${phone}`, { phone, name: '구백만', amount_minor: 50_000n }],
  [`강남구 7동 홍길동 ${phone}`, { phone, name: '강남구 7동 홍길동', amount_minor: 50_000n }],
])('%s is understood', (text, recipient) => {
  expect(readRecipientList(text, RULES)).toMatchObject([{ line: 1, recipient }]);
});

test.each<[string, string]>([
  ['홍길동', 'line_not_understood'],
  ['홍길동 \u202e, jimin@example.com', 'line_not_understood'],
  ['30000', 'line_not_understood'],
  [`${phone}, 30000, 40000`, 'amount_invalid'],
  [`${phone} 30000 40000`, 'amount_invalid'],
  [`${phone}, 30.5`, 'amount_invalid'],
  [`${phone}, 홍길동, -5000`, 'amount_invalid'],
  [`${phone}, 홍길동, - 5000`, 'amount_invalid'],
  [`${phone}, 홍길동, 50 USD`, 'amount_invalid'],
  [`${phone}, 홍길동 5~6만원`, 'amount_invalid'],
  [`${phone}, 홍길동, 5만원?`, 'amount_invalid'],
  [`${phone}, 홍길동, 5万`, 'amount_invalid'],
  [`${phone}, 홍길동, 1e5`, 'amount_invalid'],
  [`${phone}, 홍길동, =50000`, 'amount_invalid'],
  [`${phone}, 홍길동, 50,000VND`, 'amount_invalid'],
  [`${phone}, 홍길동, CHF 50`, 'amount_invalid'],
  [`${phone}, 홍길동, 5OOOO`, 'amount_invalid'],
  [`${phone}, 홍길동, 3만오`, 'amount_invalid'],
  [`${phone}, 홍길동, -3만오천원`, 'amount_invalid'],
  [`홍길동 ${phone} (30,000)`, 'amount_invalid'],
  [`홍길동: ${phone} (5만5)`, 'amount_invalid'],
  [`1.5 홍길동 ${phone}`, 'amount_invalid'],
  [`${phone}, 홍길동 evil.example`, 'name_invalid'],
  ['1588-0000, 홍길동', 'phone_number_invalid'],
  ['김하늘@example.com, 김하늘', 'email_invalid'],
  ['010-1234-567', 'phone_number_invalid'],
  ['홍길동, 010·1234·567', 'phone_number_invalid'],
  ['Tel. 010_1234_567, 홍길동', 'phone_number_invalid'],
  ['02-123-4567', 'phone_number_invalid'],
  ['jimin@', 'email_invalid'],
  ['jimin@example.com', 'recipient_name_missing'],
  [`${phone}, 999`, 'amount_out_of_range'],
  ['한지민, KRW 50, 123@example.com', 'amount_out_of_range'],
  [`${phone}, 1000001`, 'amount_out_of_range'],
])('%s is said to be %s', (text, code) => {
  expect(readRecipientList(text, RULES)).toEqual([
    {
      line: 1,
      typed: expect.any(String),
      cells: expect.anything(),
      problem: expect.objectContaining({ code }),
    },
  ]);
});

test('a list keeps its own line numbers, passes over headings and empty lines, and says who is there twice', () => {
  const text = `\uFEFF이름,전화번호\r\n홍길동,${phone}\r\n\r\n김영희,010-2222-3333\r\n홍 길동,+82 10-1234-5678\r\n`;
  const lines = readRecipientList(text, RULES);
  expect(lines.map(({ line, problem }) => [line, problem?.code])).toEqual([
    [2, undefined],
    [4, undefined],
    [5, 'recipient_twice'],
  ]);
  expect(lines[2]?.problem?.extra).toEqual({ line: 2 });
});

test('a first line that is somebody’s name is no heading', () => {
  expect(readRecipientList('홍길동', RULES)).toHaveLength(1);
});

test('where people can be called, a landline is a recipient; dollars have cents', () => {
  expect(readRecipientList('02-123-4567', { ...RULES, can_call: true })).toMatchObject([
    { recipient: { phone: '02-123-4567' } },
  ]);
  const dollars = { ...RULES, currency: 'USD' };
  expect(readRecipientList(`${phone}, $12.50`, dollars)).toMatchObject([
    { recipient: { amount_minor: 1_250n } },
  ]);
});
