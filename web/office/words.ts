import { officePagesEn } from '../../kit/words/office/office.en.ts';
import { officePagesKo } from '../../kit/words/office/office.ko.ts';
import { staffWords } from '../kit/staff/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const officeWords = {
  en: { ...staffWords.en, ...officePagesEn },
  ko: { ...staffWords.ko, ...officePagesKo },
};
export const useOfficeWords = wordsOf(officeWords);
