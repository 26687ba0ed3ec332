import { businessEn } from '../../../kit/words/everyone/business.en.ts';
import { businessJa } from '../../../kit/words/everyone/business.ja.ts';
import { businessKo } from '../../../kit/words/everyone/business.ko.ts';
import { businessZh } from '../../../kit/words/everyone/business.zh.ts';
import { wordsOf } from '../words.tsx';

/** The words about a business; an app that shows its foot adds them to its own at `startPage`. */
export const businessWords = { en: businessEn, ko: businessKo, ja: businessJa, zh: businessZh };
export const useBusinessWords = wordsOf(businessWords);
