import { phonesEn } from '../../kit/messages/web/phones.en.ts';
import { phonesKo } from '../../kit/messages/web/phones.ko.ts';
import { phonesBeginEn } from '../../kit/messages/web/phones-begin.en.ts';
import { phonesBeginKo } from '../../kit/messages/web/phones-begin.ko.ts';
import { phonesTourEn } from '../../kit/messages/web/phones-tour.en.ts';
import { phonesTourKo } from '../../kit/messages/web/phones-tour.ko.ts';
import { wordsOf } from '../kit/words.tsx';

export const own = {
  en: { ...phonesEn, ...phonesTourEn, ...phonesBeginEn },
  ko: { ...phonesKo, ...phonesTourKo, ...phonesBeginKo },
};
export const useWords = wordsOf(own);
