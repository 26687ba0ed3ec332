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
const A = '010-1111-2222';
const B = '010-3333-4444';
const C = '010-5555-6666';

/** Number or address, name or nothing, and won. */
type Person = [address: string, name: string | undefined, won: number];

const peopleOf = (text: string) =>
  readRows(rowsOfText(text), RULES).map(({ recipient, problem }) =>
    recipient === undefined
      ? problem?.code
      : [
          'email' in recipient ? recipient.email : recipient.phone,
          recipient.name,
          Number(recipient.amount_minor),
        ],
  );

test.each<[string, Person]>([
  // What somebody is called is no name.
  [`엄마 ${A}`, [A, undefined, 50_000]],
  [`우리 엄마 ${A} 10만원`, [A, undefined, 100_000]],
  [`할머니께 ${A} 오만원`, [A, undefined, 50_000]],
  [`큰이모 ${A} 3만`, [A, undefined, 30_000]],
  [`이모2 ${A}`, [A, undefined, 50_000]],
  [`민수 엄마 ${A}`, [A, undefined, 50_000]],
  [`엄마 김영희 ${A}`, [A, '김영희', 50_000]],
  [`김영희(엄마) ${A}`, [A, '김영희', 50_000]],
  [`김영희 (엄마) ${A} 오만원`, [A, '김영희', 50_000]],
  [`엄마(김영희) ${A}`, [A, '김영희', 50_000]],
  [`Mom ${A}`, [A, undefined, 50_000]],
  [`my aunt ${A}`, [A, undefined, 50_000]],
  // Titles and to whom.
  [`홍길동님 ${A}`, [A, '홍길동', 50_000]],
  [`홍길동 과장님 ${A}`, [A, '홍길동', 50_000]],
  [`홍길동씨께 ${A}`, [A, '홍길동', 50_000]],
  [`김철수에게 5만원 ${A}`, [A, '김철수', 50_000]],
  [`김예님 ${A}`, [A, '김예님', 50_000]],
  [`양민수 ${A}`, [A, '양민수', 50_000]],
  // Brackets and marks.
  [`[홍길동] ${A}`, [A, '홍길동', 50_000]],
  [`(홍길동)${A}`, [A, '홍길동', 50_000]],
  [`<홍길동> ${A}`, [A, '홍길동', 50_000]],
  [`- 홍길동 : ${A}`, [A, '홍길동', 50_000]],
  [`-홍길동 ${A}`, [A, '홍길동', 50_000]],
  [`홍길동=${A}`, [A, '홍길동', 50_000]],
  [`• 홍길동 → ${A} → ₩20,000`, [A, '홍길동', 20_000]],
  [`홍길동 🎂 ${A}`, [A, '홍길동', 50_000]],
  // The number anywhere.
  [`${A} 홍길동 20,000원`, [A, '홍길동', 20_000]],
  [`20,000원 홍길동 ${A}`, [A, '홍길동', 20_000]],
  [`홍길동 20000 ${A}`, [A, '홍길동', 20_000]],
  [`${A} 홍길동 43100`, [A, '홍길동', 43_100]],
  [`홍길동 핸드폰 ${A}`, [A, '홍길동', 50_000]],
  [`홍길동 HP: ${A}`, [A, '홍길동', 50_000]],
  // Amounts.
  [`홍길동 ${A} 5만원씩`, [A, '홍길동', 50_000]],
  [`홍길동 ${A} 각 3만원`, [A, '홍길동', 30_000]],
  [`홍길동 ${A} 오만`, [A, '홍길동', 50_000]],
  [`홍길동 ${A} 삼만오천`, [A, '홍길동', 35_000]],
  [`홍길동, ${A}, ₩20,000`, [A, '홍길동', 20_000]],
  // Copied from a messenger.
  [`[김철수] [오후 3:12] 홍길동 ${A} 3만원`, [A, '홍길동', 30_000]],
  [`[김철수] [3:12 PM] ${A}`, [A, undefined, 50_000]],
  // The one that takes texts.
  [`홍길동 ${A} (집 02-123-4567)`, [A, '홍길동', 50_000]],
  [`홍길동 02-123-4567 / ${A}`, [A, '홍길동', 50_000]],
])('%s is one person', (text, person) => {
  expect(peopleOf(text)).toEqual([person]);
});

test.each<[string, Person[]]>([
  [
    `${A} ${B}`,
    [
      [A, undefined, 50_000],
      [B, undefined, 50_000],
    ],
  ],
  [
    `${A}, ${B}, ${C}`,
    [
      [A, undefined, 50_000],
      [B, undefined, 50_000],
      [C, undefined, 50_000],
    ],
  ],
  [
    `${A}/${B}`,
    [
      [A, undefined, 50_000],
      [B, undefined, 50_000],
    ],
  ],
  [
    `김철수 ${A}, 이영희 ${B}`,
    [
      [A, '김철수', 50_000],
      [B, '이영희', 50_000],
    ],
  ],
  [
    `김철수(${A}), 이영희(${B})`,
    [
      [A, '김철수', 50_000],
      [B, '이영희', 50_000],
    ],
  ],
  [
    `${A} 김철수, ${B} 이영희`,
    [
      [A, '김철수', 50_000],
      [B, '이영희', 50_000],
    ],
  ],
  [
    `김철수 ${A} 3만원, 이영희 ${B} 5만원`,
    [
      [A, '김철수', 30_000],
      [B, '이영희', 50_000],
    ],
  ],
  [
    `김철수 ${A} 3만원 / 이영희 ${B}`,
    [
      [A, '김철수', 30_000],
      [B, '이영희', 50_000],
    ],
  ],
  [
    `김철수 ${A}, 이영희 ${B} 각 3만원`,
    [
      [A, '김철수', 30_000],
      [B, '이영희', 30_000],
    ],
  ],
  [
    `${A}, ${B} 3만원씩`,
    [
      [A, undefined, 30_000],
      [B, undefined, 30_000],
    ],
  ],
  [
    `엄마 ${A} 아빠 ${B}`,
    [
      [A, undefined, 50_000],
      [B, undefined, 50_000],
    ],
  ],
  [
    `김철수 kim@example.com, 이영희 lee@example.com`,
    [
      ['kim@example.com', '김철수', 50_000],
      ['lee@example.com', '이영희', 50_000],
    ],
  ],
])('%s is several people', (text, people) => {
  expect(peopleOf(text)).toEqual(people);
});

test.each<[string, string]>([
  // Whose number, or whose amount, is not guessed.
  [`김철수 ${A} ${B}`, 'line_ambiguous'],
  [`김철수, 이영희 ${A} ${B}`, 'line_ambiguous'],
  [`김철수 ${A}, 이영희 ${B} 3만원`, 'line_ambiguous'],
  [`3만원 김철수 ${A} 이영희 ${B}`, 'line_ambiguous'],
  [`${A} 3만원 5만원 ${B} 각 2만원`, 'line_ambiguous'],
  [`엄마 mom@example.com`, 'recipient_name_missing'],
  ['다들 5만원씩', 'line_not_understood'],
])('%s is said to be %s', (text, code) => {
  expect(peopleOf(text)).toEqual([code]);
});

test('cells are what was typed, for correction, and a corrected row is read as it stands', () => {
  const [row, unread] = rowsOfText(`홍길동 ${A} 5만5\n아무개`);
  expect(row).toMatchObject({ line: 1, cells: { address: A, name: '홍길동', amount: '5만5' } });
  expect(unread).toMatchObject({ line: 2, typed: '아무개', problem: 'line_not_understood' });
  const corrected = { line: 1, typed: '', cells: { address: ` ${A} `, name: '엄마', amount: '오만오천원' } };
  expect(readRows([corrected], RULES)).toMatchObject([
    { recipient: { phone: A, name: '엄마', amount_minor: 55_000n } },
  ]);
  const empty = { line: 2, typed: '', cells: { address: ' ', name: '', amount: '' } };
  expect(readRows([empty], RULES)).toMatchObject([{ problem: { code: 'line_not_understood' } }]);
});

test.each(['이름\t전화번호\t금액', 'Name\tPhone\tAmount', '名前\t電話番号\t金額', '姓名\t手机号\t金额'])(
  'a spreadsheet’s heading %j is nobody',
  (heading) => expect(peopleOf(`${heading}\nHong\t${A}\t30,000`)).toEqual([[A, 'Hong', 30_000]]),
);
