import { buyerConsentsEn } from '../../kit/words/buyer/consents.en.ts';
import { buyerConsentsKo } from '../../kit/words/buyer/consents.ko.ts';
import { buyerDoorEn } from '../../kit/words/buyer/door.en.ts';
import { buyerDoorKo } from '../../kit/words/buyer/door.ko.ts';
import { buyerGiftsEn } from '../../kit/words/buyer/gifts.en.ts';
import { buyerGiftsKo } from '../../kit/words/buyer/gifts.ko.ts';
import { buyerGiveEn } from '../../kit/words/buyer/give.en.ts';
import { buyerGiveKo } from '../../kit/words/buyer/give.ko.ts';
import { buyerHomeEn } from '../../kit/words/buyer/home.en.ts';
import { buyerHomeKo } from '../../kit/words/buyer/home.ko.ts';
import { buyerMeEn } from '../../kit/words/buyer/me.en.ts';
import { buyerMeKo } from '../../kit/words/buyer/me.ko.ts';
import { buyerSeveralEn } from '../../kit/words/buyer/several.en.ts';
import { buyerSeveralKo } from '../../kit/words/buyer/several.ko.ts';
import { businessWords } from '../kit/business/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const buyerWords = {
  en: {
    ...businessWords.en,
    ...buyerConsentsEn,
    ...buyerDoorEn,
    ...buyerHomeEn,
    ...buyerGiveEn,
    ...buyerGiftsEn,
    ...buyerMeEn,
    ...buyerSeveralEn,
  },
  ko: {
    ...businessWords.ko,
    ...buyerConsentsKo,
    ...buyerDoorKo,
    ...buyerHomeKo,
    ...buyerGiveKo,
    ...buyerGiftsKo,
    ...buyerMeKo,
    ...buyerSeveralKo,
  },
} as const;

export const useWords = wordsOf(buyerWords);
