import { expect, test } from 'vitest';
import { textsIn } from './engine.ts';
import { english, korean, type VarsOfTemplates } from './texts.ts';

const given = english({
  hello: 'Hello {{name}}, you have {{amount, money}}.',
  bye: 'Bye.',
});

/** Renders a text, to show that what the compiler refuses below would be an error at run time. */
function rendered(locale: 'ko' | 'en', text: string): string {
  const vars = { name: '홍길동', amount: { amount_minor: 50_000, currency: 'KRW' } };
  return textsIn(locale, { text })('text', vars);
}

test('an unknown format does not compile', () => {
  // @ts-expect-error there is no format mony
  const unknown = english({ hello: 'You have {{amount, mony}}.' });
  expect(() => rendered('en', unknown.hello)).toThrow('There is no format mony');
  // @ts-expect-error a space is missing after the comma
  english({ hello: 'You have {{amount,money}}.' });
  // @ts-expect-error English words take no particle
  english({ hello: 'Hello {{name, josa:이/가}}.' });
  // @ts-expect-error the compiler can't see what is in a text that is put together at run time
  english({ hello: ['Hello', '{{name}}'].join(' ') });
});

test('a Korean text with an unknown particle, format or variable does not compile', () => {
  expect(
    rendered(
      'ko',
      korean(given, { hello: '{{name, josa:와/과}} {{amount, money, josa:을/를}}', bye: '' }).hello,
    ),
  ).toBe('홍길동과 50,000원을');
  // @ts-expect-error the pair is 와/과
  const particle = korean(given, { hello: '{{name, josa:과/와}} 달라요', bye: '' });
  expect(() => rendered('ko', particle.hello)).toThrow('There is no format josa:과/와');
  // @ts-expect-error the English text has no given_name
  const variable = korean(given, { hello: '{{given_name}} 님', bye: '' });
  expect(() => rendered('ko', variable.hello)).toThrow('got no given_name');
  // @ts-expect-error an amount is not a time
  const kind = korean(given, { hello: '{{amount, date}}', bye: '' });
  expect(() => rendered('ko', kind.hello)).toThrow('fit its format date');
  // @ts-expect-error an amount needs its format
  korean(given, { hello: '{{amount}}', bye: '' });
  // @ts-expect-error a text is missing
  korean(given, { hello: '' });
  // @ts-expect-error the English part has no such text
  korean(given, { hello: '', bye: '', again: '' });
});

test('a variable has the type that suits all its formats', () => {
  const wanted: VarsOfTemplates<'{{to, phone}} {{to}} {{count}}'> = { to: '+821098765432', count: 3 };
  // @ts-expect-error a phone number is written as text
  const wrong: typeof wanted = { to: 82, count: 3 };
  expect([wanted.to, wrong.to]).toEqual(['+821098765432', 82]);
});

test('a text from right to left is isolated from the sentence around it, and said without marks', () => {
  const hello = english({ hello: '{{name}} sent {{line, quoted_line}}' }).hello;
  const filled = (vars: object) => textsIn('en', { hello })('hello', vars);
  expect(filled({ name: 'علي', line: 'שלום' })).toBe('\u2068علي\u2069 sent “\u2068שלום\u2069”\n');
  expect(filled({ name: '홍길동', line: 'Hello' })).toBe('홍길동 sent “Hello”\n');
  const spoken = english({ hello: '{{name, spoken_text}}' }).hello;
  expect(textsIn('en', { hello: spoken })('hello', { name: 'علي' })).toBe('علي');
  const withParticle = { hello: '{{name, josa:이/가}}' };
  expect(textsIn('ko', withParticle)('hello', { name: 'علي' })).toBe('\u2068علي\u2069가');
});
