import { commonPagesEn } from './common.en.ts';
import { commonPagesJa } from './common.ja.ts';
import { commonPagesKo } from './common.ko.ts';
import { commonPagesZh } from './common.zh.ts';

/** What every page says, in each language. */
export const COMMON_PAGES = {
  ko: commonPagesKo,
  en: commonPagesEn,
  ja: commonPagesJa,
  zh: commonPagesZh,
} as const;
