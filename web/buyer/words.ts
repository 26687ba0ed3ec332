import { buyerDoorEn } from '../../kit/words/buyer/door.en.ts';
import { buyerDoorJa } from '../../kit/words/buyer/door.ja.ts';
import { buyerDoorKo } from '../../kit/words/buyer/door.ko.ts';
import { buyerDoorZh } from '../../kit/words/buyer/door.zh.ts';
import { buyerGiftsEn } from '../../kit/words/buyer/gifts.en.ts';
import { buyerGiftsJa } from '../../kit/words/buyer/gifts.ja.ts';
import { buyerGiftsKo } from '../../kit/words/buyer/gifts.ko.ts';
import { buyerGiftsZh } from '../../kit/words/buyer/gifts.zh.ts';
import { buyerGiveEn } from '../../kit/words/buyer/give.en.ts';
import { buyerGiveJa } from '../../kit/words/buyer/give.ja.ts';
import { buyerGiveKo } from '../../kit/words/buyer/give.ko.ts';
import { buyerGiveZh } from '../../kit/words/buyer/give.zh.ts';
import { buyerMeEn } from '../../kit/words/buyer/me.en.ts';
import { buyerMeJa } from '../../kit/words/buyer/me.ja.ts';
import { buyerMeKo } from '../../kit/words/buyer/me.ko.ts';
import { buyerMeZh } from '../../kit/words/buyer/me.zh.ts';
import { buyerSeveralEn } from '../../kit/words/buyer/several.en.ts';
import { buyerSeveralJa } from '../../kit/words/buyer/several.ja.ts';
import { buyerSeveralKo } from '../../kit/words/buyer/several.ko.ts';
import { buyerSeveralZh } from '../../kit/words/buyer/several.zh.ts';
import { wordsOf } from '../kit/words.tsx';

export const buyerWords = {
  en: { ...buyerDoorEn, ...buyerGiveEn, ...buyerGiftsEn, ...buyerMeEn, ...buyerSeveralEn },
  ko: { ...buyerDoorKo, ...buyerGiveKo, ...buyerGiftsKo, ...buyerMeKo, ...buyerSeveralKo },
  ja: { ...buyerDoorJa, ...buyerGiveJa, ...buyerGiftsJa, ...buyerMeJa, ...buyerSeveralJa },
  zh: { ...buyerDoorZh, ...buyerGiveZh, ...buyerGiftsZh, ...buyerMeZh, ...buyerSeveralZh },
} as const;

export const useWords = wordsOf(buyerWords);
