import { buyerConsentsEn } from '../../kit/words/buyer/consents.en.ts';
import { buyerConsentsJa } from '../../kit/words/buyer/consents.ja.ts';
import { buyerConsentsKo } from '../../kit/words/buyer/consents.ko.ts';
import { buyerConsentsZh } from '../../kit/words/buyer/consents.zh.ts';
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
import { buyerHomeEn } from '../../kit/words/buyer/home.en.ts';
import { buyerHomeJa } from '../../kit/words/buyer/home.ja.ts';
import { buyerHomeKo } from '../../kit/words/buyer/home.ko.ts';
import { buyerHomeZh } from '../../kit/words/buyer/home.zh.ts';
import { buyerMeEn } from '../../kit/words/buyer/me.en.ts';
import { buyerMeJa } from '../../kit/words/buyer/me.ja.ts';
import { buyerMeKo } from '../../kit/words/buyer/me.ko.ts';
import { buyerMeZh } from '../../kit/words/buyer/me.zh.ts';
import { receiptEn } from '../../kit/words/buyer/receipt.en.ts';
import { receiptJa } from '../../kit/words/buyer/receipt.ja.ts';
import { receiptKo } from '../../kit/words/buyer/receipt.ko.ts';
import { receiptZh } from '../../kit/words/buyer/receipt.zh.ts';
import { buyerReceivedEn } from '../../kit/words/buyer/received.en.ts';
import { buyerReceivedJa } from '../../kit/words/buyer/received.ja.ts';
import { buyerReceivedKo } from '../../kit/words/buyer/received.ko.ts';
import { buyerReceivedZh } from '../../kit/words/buyer/received.zh.ts';
import { buyerSeveralEn } from '../../kit/words/buyer/several.en.ts';
import { buyerSeveralJa } from '../../kit/words/buyer/several.ja.ts';
import { buyerSeveralKo } from '../../kit/words/buyer/several.ko.ts';
import { buyerSeveralZh } from '../../kit/words/buyer/several.zh.ts';
import { giftStateEn } from '../../kit/words/everyone/gift-state.en.ts';
import { giftStateJa } from '../../kit/words/everyone/gift-state.ja.ts';
import { giftStateKo } from '../../kit/words/everyone/gift-state.ko.ts';
import { giftStateZh } from '../../kit/words/everyone/gift-state.zh.ts';
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
    ...buyerReceivedEn,
    ...receiptEn,
    ...buyerSeveralEn,
    ...giftStateEn,
  },
  ko: {
    ...businessWords.ko,
    ...buyerConsentsKo,
    ...buyerDoorKo,
    ...buyerHomeKo,
    ...buyerGiveKo,
    ...buyerGiftsKo,
    ...buyerMeKo,
    ...buyerReceivedKo,
    ...receiptKo,
    ...buyerSeveralKo,
    ...giftStateKo,
  },
  ja: {
    ...businessWords.ja,
    ...buyerConsentsJa,
    ...buyerDoorJa,
    ...buyerHomeJa,
    ...buyerGiveJa,
    ...buyerGiftsJa,
    ...buyerMeJa,
    ...buyerReceivedJa,
    ...receiptJa,
    ...buyerSeveralJa,
    ...giftStateJa,
  },
  zh: {
    ...businessWords.zh,
    ...buyerConsentsZh,
    ...buyerDoorZh,
    ...buyerHomeZh,
    ...buyerGiveZh,
    ...buyerGiftsZh,
    ...buyerMeZh,
    ...buyerReceivedZh,
    ...receiptZh,
    ...buyerSeveralZh,
    ...giftStateZh,
  },
} as const;

export const useWords = wordsOf(buyerWords);
