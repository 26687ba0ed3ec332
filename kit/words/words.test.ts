import { describe, expect, test } from 'vitest';
import { formatPlaceholder } from '../format/format.ts';
import { isProblemCode, STATUSES } from '../http/statuses.ts';
import { CATALOGUE, type MessageKey } from './catalogue.ts';
import { PROBLEMS } from './everyone/problems.ts';
import { WORK_PROBLEMS } from './everyone/work-problems.ts';
import { LOCALES, type Locale, MAIN_LOCALES, mainLocale, spokenOutline, words } from './index.ts';

/** The placeholders of a text with their formats, without particles, which only Korean has. */
function placeholdersOf(text: string): string[] {
  const found = Array.from(text.matchAll(/\{\{(.+?)\}\}/g), ([, inside = '']) =>
    inside.replace(/, josa:\S+$/, ''),
  );
  return [...new Set(found)].sort();
}

const MONEY = { amount_minor: 50_000n, currency: 'KRW' };
const VALUES: Readonly<Record<string, unknown>> = {
  money: MONEY,
  spoken_money: MONEY,
  spoken_digits: '2985091195',
  spoken_count: 3,
  spoken_hours: '매일 10:00–21:00',
};

function sampleFor(text: string): Record<string, unknown> {
  return Object.fromEntries(
    placeholdersOf(text).map((inside) => {
      const [name = '', format = ''] = inside.split(', ');
      return [name, /^(spoken_)?date/.test(format) ? '2026-01-02T09:00:00Z' : (VALUES[format] ?? '가나다')];
    }),
  );
}

/** The language whose letters stand in a text. A few words of Japanese may be kanji alone, such as 処理中. */
function scriptOf(text: string): Locale {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'ja';
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

describe('the catalogue', () => {
  test.each(LOCALES)('has in %s the keys and placeholders that it has in English', (locale) => {
    const english = Object.keys(CATALOGUE.en).filter(
      (key) => mainLocale(locale) === locale || !/^(?:voice|letter|statement|alarm)|\.spoken$/.test(key),
    );
    expect(Object.keys(CATALOGUE[locale]).sort()).toEqual(english.sort());
    const texts: Readonly<Record<string, string>> = CATALOGUE.en;
    for (const [key, text] of Object.entries(CATALOGUE[locale]))
      expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(texts[key] ?? '')]);
  });

  test('has every notice for text messages, for mail and for calls', () => {
    const channels = new Map<string, string[]>();
    for (const key of Object.keys(CATALOGUE.en)) {
      const [, kind, channel] = /^(.+)\.(sms|mail_subject|mail_text|spoken)$/.exec(key) ?? [];
      if (kind !== undefined && channel !== undefined)
        channels.set(kind, [...(channels.get(kind) ?? []), channel].sort());
    }
    for (const [kind, found] of channels)
      expect([kind, found]).toEqual([kind, ['mail_subject', 'mail_text', 'sms', 'spoken']]);
    expect(channels.size).toBeGreaterThan(20);
  });

  test.each(LOCALES)(
    'in %s begins every text message with our name, never with what somebody else wrote',
    (locale) => {
      const lines = /^dialogue\.(?:balance_line|status_)/;
      const others = Object.entries(CATALOGUE[locale])
        .filter(([key]) => /\.sms$|^dialogue\./.test(key) && !lines.test(key))
        .filter(([, text]) => !/^\[(?:선물|Seonmul)\] /.test(text));
      expect(others).toEqual([]);
    },
  );

  test.each(LOCALES)('in %s is written in its own script, and every text can be filled', (locale) => {
    for (const [key, text] of Object.entries(CATALOGUE[locale])) {
      const fixed = text.replace(/\{\{.+?\}\}/g, '');
      const letters = fixed.replace(/[^\p{L}]/gu, '').replace(/^Seonmul$/, '');
      const isBare = letters === '';
      const isKanji = locale === 'ja' && /^\p{Script=Han}{1,9}$/u.test(letters);
      expect([key, isBare || isKanji ? locale : scriptOf(fixed)]).toEqual([key, locale]);
      const filled = fill(locale, key, sampleFor(text));
      expect(filled).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
    }
  });

  test.each(LOCALES)('in %s keeps text messages within four UCS-2 parts', (locale) => {
    for (const [key, text] of Object.entries(CATALOGUE[locale])) {
      if (!key.endsWith('.sms') && !key.startsWith('dialogue.')) continue;
      expect([key, fill(locale, key, sampleFor(text)).length <= 4 * 67]).toEqual([key, true]);
    }
  });

  test.each(MAIN_LOCALES)(
    'in %s has words for the ear: no figures, links or signs, and no code',
    (locale) => {
      const spoken = Object.entries(CATALOGUE[locale]).filter(([key]) => /^voice\.|\.spoken$/.test(key));
      for (const [key, text] of spoken) {
        const said = fill(locale, key, sampleFor(text));
        expect([key, said]).toEqual([key, expect.not.stringMatching(/[0-9[\]()“”{}*#/]|click|클릭/i)]);
        expect([key, said]).toEqual([key, expect.stringMatching(/[.?]$/)]);
        for (const placeholder of placeholdersOf(text))
          expect([key, placeholder]).toEqual([
            key,
            expect.stringMatching(/^(?!code|link)\w+, (spoken_\w+|card_brand)$/),
          ]);
      }
    },
  );

  test('has no text that asks for more than it is given', () => {
    expect(() => fill('ko', 'dialogue.balance', {})).toThrow('got no lines');
    expect(() => fill('ko', 'dialogue.balance_line', { shop_name: '가' })).toThrow(TypeError);
  });
});

// The tests walk over all keys, which the compiler can't connect with their variables one by one.
function fill(locale: Locale, key: string, vars: Record<string, unknown>): string {
  const t = words(locale).t as (key: string, vars: Record<string, unknown>) => string;
  return t(key, vars);
}

describe('problems', () => {
  test.each(LOCALES)('in %s have a title and a detail for every code and for no other', (locale) => {
    const isWork = (code: string) => WORK_PROBLEMS.some((known) => known === code);
    const own = (code: string) => mainLocale(locale) === locale || !isWork(code);
    expect(Object.keys(PROBLEMS[locale]).sort()).toEqual(Object.keys(STATUSES).filter(own).sort());
    for (const code of Object.keys(STATUSES)) {
      if (!isProblemCode(code)) continue;
      const { title, detail } = words(locale).problem(code);
      expect(title.length).toBeGreaterThan(2);
      expect(detail).toMatch(/[.。]$/);
      expect([code, scriptOf(detail)]).toEqual([code, own(code) ? locale : mainLocale(locale)]);
    }
  });

  test('of staff and servers are in English for whoever reads Japanese or Chinese', () => {
    for (const locale of ['ja', 'zh'] as const)
      expect(words(locale).problem('clerk_required')).toEqual(words('en').problem('clerk_required'));
  });

  test('tell how long to wait', () => {
    expect(words('en').problem('rate_limited', { retry_after_s: 30 }).detail).toContain('in 30 seconds.');
    expect(words('ko').problem('rate_limited', { retry_after_s: 600 }).detail).toContain('10분 뒤에');
    expect(words('ja').problem('rate_limited', { retry_after_s: 600 }).detail).toBe(
      'しばらくしてからもう一度お試しください。10分後にもう一度お試しいただけます。',
    );
    expect(words('zh').problem('rate_limited', { retry_after_s: 30 }).detail).toContain('30秒后');
  });
});

const gift = {
  sender_name: '홍길동',
  shop_name: '달빛서점',
  amount: { amount_minor: 50_000n, currency: 'KRW' },
  message: '생일 축하해!',
  respond_by_at: new Date('2026-01-02T09:00:00Z'),
  link: 'http://localhost:4200/g/abc',
};

describe('texts for people', () => {
  test('in Korean', () => {
    expect(words('ko').sms('recipient.gift_arrived', gift)).toBe(
      '[선물] 홍길동 님이 달빛서점 상품권 50,000원을 보냈어요.\n“생일 축하해!”\n' +
        '받으려면 1, 거절하려면 2를 2026년 1월 2일 (금) 오후 6:00까지 답장해 주세요.\nFor English, reply ENGLISH.\nhttp://localhost:4200/g/abc',
    );
  });

  test('in English', () => {
    expect(words('en').sms('recipient.gift_arrived', { ...gift, message: '' })).toBe(
      '[Seonmul] 홍길동 sent you a 달빛서점 gift certificate worth ₩50,000.\n' +
        'Reply 1 to accept or 2 to refuse by Fri, 2 Jan 2026, 18:00 (Korean time).\nhttp://localhost:4200/g/abc',
    );
  });

  test('in Japanese and in Chinese', () => {
    expect(words('ja').sms('recipient.gift_arrived', { ...gift, message: '' })).toBe(
      '[Seonmul] 홍길동さんから달빛서점のギフト券50,000ウォン分が届きました。\n' +
        '受け取る場合は1、辞退する場合は2を2026年1月2日(金) 18:00（韓国時間）までに返信してください。\n' +
        'For Korean, reply KOREAN.\nhttp://localhost:4200/g/abc',
    );
    expect(words('zh').sms('recipient.gift_arrived', { ...gift, message: '' })).toBe(
      '[Seonmul] 홍길동送给您一张달빛서점礼品券，面额50,000韩元。\n' +
        '请在2026年1月2日周五 18:00（韩国时间）之前回复：1领取，2谢绝。\n' +
        'For Korean, reply KOREAN.\nhttp://localhost:4200/g/abc',
    );
  });

  test('are told by phone in English to whoever reads Japanese or Chinese', () => {
    for (const locale of ['ja', 'zh'] as const) {
      expect(words(locale).spoken('recipient.gift_arrived', gift)).toBe(
        words('en').spoken('recipient.gift_arrived', gift),
      );
      expect(words(locale).t('voice.code_digits', { digits: '7 3' })).toBe('seven, three.');
    }
  });

  test('told by phone', () => {
    const use = {
      recipient: '홍*동',
      shop_name: '하늘상점',
      store_name: '강남점',
      amount: { amount_minor: 12_000n, currency: 'KRW' },
      remaining: { amount_minor: 38_000n, currency: 'KRW' },
    };
    expect(words('ko').spoken('buyer.certificate_used', use)).toBe(
      '이름이 홍으로 시작하고 동으로 끝나는 분이 하늘상점 강남점에서 만 이천 원을 쓰셨어요. 잔액은 삼만 팔천 원이에요.',
    );
    expect(words('en').spoken('buyer.certificate_used', { ...use, recipient: 'F******* S******' })).toBe(
      'At 하늘상점 강남점, twelve thousand won of your gift was used by the person with the initials F and S. ' +
        'The balance is thirty-eight thousand won.',
    );
    const dollars = { ...use, amount: { amount_minor: 1_200, currency: 'USD' } };
    expect(words('ko').spoken('buyer.certificate_used', dollars)).toContain('달러를 쓰셨어요');
    expect(words('ko').spoken('recipient.gift_arrived', gift)).toBe(
      '홍길동 님이 달빛서점 상품권 오만 원을 보내셨어요.' +
        ' 일월 이일 오후 여섯 시까지 저희에게 전화해서 이 번을 누르시면 받거나 거절하실 수 있어요.',
    );
  });

  test('tell a code by phone one digit at a time, after what it is for', () => {
    const { t, spoken } = words('ko');
    expect(spoken('account.unlock_code', { shop_name: '하늘상점' })).toBe(
      '하늘상점 상품권 잠금을 풀 인증번호를 알려 드릴게요.',
    );
    expect(t('voice.code_digits', { digits: '7 3 9 2 0 8' })).toBe('칠, 삼, 구, 이, 공, 팔.');
    expect(words('en').t('voice.code_digits', { digits: '7 3' })).toBe('seven, three.');
  });

  test('count news as people do', () => {
    expect(words('ko').t('voice.news_greeting', { count: 2 })).toContain('소식이 두 가지 있어요');
    expect(words('en').t('voice.news_greeting', { count: 2 })).toContain('two pieces of news');
  });

  test('are the same from variables that waited as JSON', () => {
    const waited = {
      ...gift,
      amount: { amount_minor: 50_000, currency: 'KRW' },
      respond_by_at: '2026-01-02T09:00:00.000Z',
    };
    expect(words('ko').mail('recipient.gift_arrived', waited)).toEqual(
      words('ko').mail('recipient.gift_arrived', gift),
    );
  });

  test('do not compile without their variables', () => {
    // A text put together with + instead of join() has the type string, in which no placeholder is seen.
    const typed: string extends (typeof CATALOGUE.en)[MessageKey] ? false : true = true;
    expect(typed).toBe(true);
    // @ts-expect-error The text has variables.
    expect(() => words('en').t('dialogue.balance')).toThrow(TypeError);
    // @ts-expect-error The amount is money, not text.
    expect(() => words('en').sms('recipient.gift_arrived', { ...gift, amount: '50,000' })).toThrow(TypeError);
    // @ts-expect-error A name is spoken, so it is text.
    expect(() => words('en').spoken('account.unlock_code', { shop_name: 24 })).toThrow(TypeError);
    // @ts-expect-error There is no such key.
    expect(words('en').t('dialogue.none')).toBe('dialogue.none');
  });

  test('never read a value as a template', () => {
    const message = '{{link}} $t(mail.footer) {{amount, money}}';
    expect(words('en').sms('recipient.gift_arrived', { ...gift, message })).toContain(`“${message}”`);
  });

  test('keep a mail subject on one line', () => {
    const { subject } = words('en').mail('recipient.gift_arrived', {
      ...gift,
      sender_name: 'A\r\nBcc: b@example.com',
    });
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test('tell money, numbers and days in each language', () => {
    expect(words('ko').phone('+821012345678')).toBe('010-1234-5678');
    expect(words('ko').date(gift.respond_by_at)).toBe('2026년 1월 2일');
    expect(words('en').date(gift.respond_by_at)).toBe('2 January 2026');
    expect(words('en').money({ amount_minor: 1, currency: 'KRW' })).toBe('₩1');
    expect(words('ja').date(gift.respond_by_at)).toBe('2026年1月2日');
    expect(words('zh').date(gift.respond_by_at)).toBe('2026年1月2日');
    expect(words('ja').money({ amount_minor: 5_000, currency: 'KRW' })).toBe('5,000ウォン');
    expect(words('zh').money({ amount_minor: 5_000, currency: 'KRW' })).toBe('5,000韩元');
    expect(words('ja').phone('+821012345678')).toBe('+82 10 1234 5678');
  });
});

test('what was said is told without what was filled in', () => {
  expect(spokenOutline('en', 'buyer.gift_refused')).toBe(
    'Your … gift certificate was refused by …. We refunded … to you.',
  );
  for (const locale of MAIN_LOCALES) {
    for (const key of Object.keys(CATALOGUE[locale]).filter((known) => known.endsWith('.spoken')))
      expect(spokenOutline(locale, key.replace(/\.spoken$/, ''))).toMatch(/^[^{}]+$/);
    expect(spokenOutline(locale, 'plain_text')).toBeNull();
  }
  const particles = Object.keys(CATALOGUE.ko)
    .map((key) => spokenOutline('ko', key.replace(/\.spoken$/, '')) ?? '')
    .filter((text) => text.includes('…을(를)'));
  expect(particles.length).toBeGreaterThan(0);
});

test.each([
  ['선물', '을/를', '선물을'],
  ['커피', '을/를', '커피를'],
  ['50,000원', '이/가', '50,000원이'],
  ['GS25', '을/를', 'GS25를'],
  ['갤러리아 63', '은/는', '갤러리아 63은'],
  ['Federica', '이/가', 'Federica가'],
  ['Kim', '은/는', 'Kim은'],
  ['스타몰 (강남)', '으로/로', '스타몰 (강남)으로'],
  ['서울', '으로/로', '서울로'],
  ['$12.31', '을/를', '$12.31을'],
  ['홍*', '이/가', '홍*이'],
  ['홍길동', '와/과', '홍길동과'],
  ['김민수', '와/과', '김민수와'],
  [3, '이/가', '3이'],
  ['', '이/가', '가'],
])('%s takes its particle %s', (word, pair, together) => {
  expect(formatPlaceholder(word, `josa:${pair}`, 'ko')).toBe(together);
});
