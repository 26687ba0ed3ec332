import { buyerDoorEn } from '../../kit/messages/web/buyer-door.en.ts';
import { buyerDoorKo } from '../../kit/messages/web/buyer-door.ko.ts';
import { buyerGiftsEn } from '../../kit/messages/web/buyer-gifts.en.ts';
import { buyerGiftsKo } from '../../kit/messages/web/buyer-gifts.ko.ts';
import { buyerGiveEn } from '../../kit/messages/web/buyer-give.en.ts';
import { buyerGiveKo } from '../../kit/messages/web/buyer-give.ko.ts';
import { buyerMeEn } from '../../kit/messages/web/buyer-me.en.ts';
import { buyerMeKo } from '../../kit/messages/web/buyer-me.ko.ts';
import { buyerSeveralEn } from '../../kit/messages/web/buyer-several.en.ts';
import { buyerSeveralKo } from '../../kit/messages/web/buyer-several.ko.ts';
import { wordsOf } from '../kit/words.tsx';

export const buyerWords = {
  en: { ...buyerDoorEn, ...buyerGiveEn, ...buyerGiftsEn, ...buyerMeEn, ...buyerSeveralEn },
  ko: { ...buyerDoorKo, ...buyerGiveKo, ...buyerGiftsKo, ...buyerMeKo, ...buyerSeveralKo },
} as const;

export const useWords = wordsOf(buyerWords);
