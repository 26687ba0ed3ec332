import { expect, test } from 'vitest';
import { languageTag, mainLocale, spokenOf } from './locale.ts';

test.each([
  [['ja'], 'ja'],
  [['ja-JP', 'en'], 'ja'],
  [['zh-CN'], 'zh'],
  [['zh-Hans'], 'zh'],
  [['zh-SG', 'en'], 'zh'],
  [['zh'], 'zh'],
  [['zh-Hans-TW'], 'zh'],
  [['zh-TW', 'ja'], 'ja'],
  [['zh-Hant', 'en'], 'en'],
  [['zh-Hant-CN'], 'ko'],
  [['zh-HK'], 'ko'],
  [['EN-us'], 'en'],
  [['fr', 'de'], 'ko'],
  [['*'], 'ko'],
  [[''], 'ko'],
  [[], 'ko'],
])('whoever prefers %j reads %s', (tags, locale) => {
  expect(spokenOf(tags)).toBe(locale);
});

test('a page names simplified Chinese by its script', () => {
  expect(languageTag('zh')).toBe('zh-Hans');
  expect(languageTag('ja')).toBe('ja');
});

test('what is in Korean and English is told in English to everybody else', () => {
  expect([mainLocale('ko'), mainLocale('en'), mainLocale('ja'), mainLocale('zh')]).toEqual([
    ...['ko', 'en', 'en', 'en'],
  ]);
});
