import { giftStateEn } from '../../kit/words/everyone/gift-state.en.ts';
import { giftStateKo } from '../../kit/words/everyone/gift-state.ko.ts';
import { accountChangesEn } from '../../kit/words/office/account-changes.en.ts';
import { accountChangesKo } from '../../kit/words/office/account-changes.ko.ts';
import { bankAccountEn } from '../../kit/words/office/bank-account.en.ts';
import { bankAccountKo } from '../../kit/words/office/bank-account.ko.ts';
import { officePagesEn } from '../../kit/words/office/office.en.ts';
import { officePagesKo } from '../../kit/words/office/office.ko.ts';
import { windowEn } from '../../kit/words/office/window.en.ts';
import { windowKo } from '../../kit/words/office/window.ko.ts';
import { officeWordingsEn } from '../../kit/words/office/wordings.en.ts';
import { officeWordingsKo } from '../../kit/words/office/wordings.ko.ts';
import { staffWords } from '../kit/staff/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const officeWords = {
  en: {
    ...staffWords.en,
    ...officePagesEn,
    ...accountChangesEn,
    ...bankAccountEn,
    ...windowEn,
    ...officeWordingsEn,
    ...giftStateEn,
  },
  ko: {
    ...staffWords.ko,
    ...officePagesKo,
    ...accountChangesKo,
    ...bankAccountKo,
    ...windowKo,
    ...officeWordingsKo,
    ...giftStateKo,
  },
};
export const useOfficeWords = wordsOf(officeWords);
