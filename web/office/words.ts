import { accountChangesEn } from '../../kit/words/office/account-changes.en.ts';
import { accountChangesKo } from '../../kit/words/office/account-changes.ko.ts';
import { officePagesEn } from '../../kit/words/office/office.en.ts';
import { officePagesKo } from '../../kit/words/office/office.ko.ts';
import { staffWords } from '../kit/staff/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const officeWords = {
  en: { ...staffWords.en, ...officePagesEn, ...accountChangesEn },
  ko: { ...staffWords.ko, ...officePagesKo, ...accountChangesKo },
};
export const useOfficeWords = wordsOf(officeWords);
