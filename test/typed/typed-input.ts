import fc from 'fast-check';

/** Signs that people type, paste or send by mistake, and those that break a sentence. */
const SIGNS = [
  ...'가힣홍길동김ㅂㅈaZkéñ. ,;:-_()<>@/\\\'"!?*#0123456789원만천',
  ...[
    '\t',
    '\n',
    '\r\n',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\ufeff',
    '\u200d',
    '\u202e',
    '\u2068',
    '\u0007',
    '\u0000',
  ],
  ...[
    '각'.normalize('NFD'),
    'é'.normalize('NFD'),
    '👨‍👩‍👧',
    '🇰🇷',
    '❤️',
    'م',
    'ש',
    '０',
    '１',
    '－',
    '＠',
    '。',
  ],
  ...['http://', 'evil.example', 'www.', '010-5555-1000', '5만원', '50,000', 'KRW', '@example.com'],
];

/** Any text that somebody could type into a field. PostgreSQL and JSON carry no U+0000 and no half characters. */
export const anyText = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 24 }),
    fc.string({ unit: 'grapheme', maxLength: 24 }),
    fc.emailAddress(),
  )
  .filter((text) => !text.includes('\u0000') && text.isWellFormed());

/** Names, mostly; some with what people leave around or within them. */
export const aName = fc.oneof(
  { weight: 1, arbitrary: anyText },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', ' ', '\t', '\ufeff', '\u200b'),
        fc.constantFrom(
          '홍길동',
          '남궁 길수',
          'Federica Sanchez',
          '山田 太郎',
          "O'Neil",
          'علي',
          '홍길동'.normalize('NFD'),
        ),
        fc.constantFrom('', ' ', '  님', '\n', ' (엄마)', '❤️', ' evil.com', '\n계좌정지', '\u202e'),
      )
      .map((parts) => parts.join('')),
  },
);

export const anEmail = fc.oneof(
  { weight: 1, arbitrary: anyText },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', ' ', 'mailto:', '\ufeff'),
        fc.constantFrom('minsu', 'Min.Su+gift', 'josé', '김하늘', 'ａｂ', 'a..b'),
        fc.constantFrom('@', '＠'),
        fc.constantFrom('example.com', 'EXAMPLE.com', '예시.한국', 'localhost', 'example.com.'),
        fc.constantFrom('', ',', ' ', ';'),
      )
      .map((parts) => parts.join('')),
  },
);

/** The spellings of digits that mean the same. */
export function spellingsOf(digits: string) {
  const wide = [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  const halves = [digits.slice(0, 3), digits.slice(3)];
  return fc.constantFrom(
    digits,
    wide,
    halves.join(' '),
    halves.join('-'),
    ` ${digits}\n`,
    `${digits}.`,
    halves.join('\u2013'),
  );
}

/** Amounts as people write them, understood or not. */
export const anAmount = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789,.만천원₩k- '), maxLength: 10 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '₩', 'KRW ', '-', '약 '),
        fc.integer({ min: 0, max: 200_000 }),
        fc.constantFrom('', '원', '만원', ' KRW', 'k', '.50', ' USD'),
      )
      .map(([before, n, after]) => `${before}${n % 2 === 0 ? n.toLocaleString('en') : n}${after}`),
  },
);
