import { buyerDoorEn } from './door.en.ts';
import { buyerDoorJa } from './door.ja.ts';
import { buyerDoorKo } from './door.ko.ts';
import { buyerDoorZh } from './door.zh.ts';

/** What buyers read before they log in, in each language. */
export const BUYER_DOOR = { ko: buyerDoorKo, en: buyerDoorEn, ja: buyerDoorJa, zh: buyerDoorZh } as const;
