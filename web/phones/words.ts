import { phonesBeginEn } from '../../kit/words/sandbox/begin.en.ts';
import { phonesBeginKo } from '../../kit/words/sandbox/begin.ko.ts';
import { phonesEn } from '../../kit/words/sandbox/phones.en.ts';
import { phonesKo } from '../../kit/words/sandbox/phones.ko.ts';
import { phonesTourEn } from '../../kit/words/sandbox/tour.en.ts';
import { phonesTourKo } from '../../kit/words/sandbox/tour.ko.ts';
import { wordsOf } from '../kit/words.tsx';

export const own = {
  en: { ...phonesEn, ...phonesTourEn, ...phonesBeginEn },
  ko: { ...phonesKo, ...phonesTourKo, ...phonesBeginKo },
};
export const useWords = wordsOf(own);
