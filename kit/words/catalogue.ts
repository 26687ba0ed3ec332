import type { ReadKey, SameKeys, VarsOfTemplates } from '../format/texts.ts';
import { accountEn } from './buyer/account.en.ts';
import { accountJa } from './buyer/account.ja.ts';
import { accountKo } from './buyer/account.ko.ts';
import { accountZh } from './buyer/account.zh.ts';
import { buyerEn } from './buyer/buyer.en.ts';
import { buyerJa } from './buyer/buyer.ja.ts';
import { buyerKo } from './buyer/buyer.ko.ts';
import { buyerZh } from './buyer/buyer.zh.ts';
import { cardPageEn } from './buyer/card-page.en.ts';
import { cardPageJa } from './buyer/card-page.ja.ts';
import { cardPageKo } from './buyer/card-page.ko.ts';
import { cardPageZh } from './buyer/card-page.zh.ts';
import { receiptEn } from './buyer/receipt.en.ts';
import { receiptJa } from './buyer/receipt.ja.ts';
import { receiptKo } from './buyer/receipt.ko.ts';
import { receiptZh } from './buyer/receipt.zh.ts';
import { businessEn } from './everyone/business.en.ts';
import { businessJa } from './everyone/business.ja.ts';
import { businessKo } from './everyone/business.ko.ts';
import { businessZh } from './everyone/business.zh.ts';
import { giftStateEn } from './everyone/gift-state.en.ts';
import { giftStateJa } from './everyone/gift-state.ja.ts';
import { giftStateKo } from './everyone/gift-state.ko.ts';
import { giftStateZh } from './everyone/gift-state.zh.ts';
import { letterEn } from './everyone/letter.en.ts';
import { letterKo } from './everyone/letter.ko.ts';
import { mailEn } from './everyone/mail.en.ts';
import { mailJa } from './everyone/mail.ja.ts';
import { mailKo } from './everyone/mail.ko.ts';
import { mailZh } from './everyone/mail.zh.ts';
import { alarmMailEn } from './owner/alarm-mail.en.ts';
import { alarmMailKo } from './owner/alarm-mail.ko.ts';
import { cardEn } from './phone/card.en.ts';
import { cardKo } from './phone/card.ko.ts';
import { dialogueEn } from './phone/dialogue.en.ts';
import { dialogueJa } from './phone/dialogue.ja.ts';
import { dialogueKo } from './phone/dialogue.ko.ts';
import { dialogueZh } from './phone/dialogue.zh.ts';
import { holderEn } from './phone/holder.en.ts';
import { holderKo } from './phone/holder.ko.ts';
import { joinEn } from './phone/join.en.ts';
import { joinKo } from './phone/join.ko.ts';
import { voiceEn } from './phone/voice.en.ts';
import { voiceKo } from './phone/voice.ko.ts';
import { certificatePageEn } from './recipient/certificate-page.en.ts';
import { certificatePageJa } from './recipient/certificate-page.ja.ts';
import { certificatePageKo } from './recipient/certificate-page.ko.ts';
import { certificatePageZh } from './recipient/certificate-page.zh.ts';
import { giftPageEn } from './recipient/gift-page.en.ts';
import { giftPageJa } from './recipient/gift-page.ja.ts';
import { giftPageKo } from './recipient/gift-page.ko.ts';
import { giftPageZh } from './recipient/gift-page.zh.ts';
import { recipientEn } from './recipient/recipient.en.ts';
import { recipientJa } from './recipient/recipient.ja.ts';
import { recipientKo } from './recipient/recipient.ko.ts';
import { recipientZh } from './recipient/recipient.zh.ts';
import { statementEn } from './staff/statement.en.ts';
import { statementKo } from './staff/statement.ko.ts';

const en = {
  ...recipientEn,
  ...buyerEn,
  ...accountEn,
  ...mailEn,
  ...giftStateEn,
  ...dialogueEn,
  ...giftPageEn,
  ...certificatePageEn,
  ...voiceEn,
  ...holderEn,
  ...joinEn,
  ...cardEn,
  ...cardPageEn,
  ...receiptEn,
  ...letterEn,
  ...statementEn,
  ...alarmMailEn,
  ...businessEn,
} as const;
const ko: SameKeys<typeof en> = {
  ...recipientKo,
  ...buyerKo,
  ...accountKo,
  ...mailKo,
  ...giftStateKo,
  ...dialogueKo,
  ...giftPageKo,
  ...certificatePageKo,
  ...voiceKo,
  ...holderKo,
  ...joinKo,
  ...cardKo,
  ...cardPageKo,
  ...receiptKo,
  ...letterKo,
  ...statementKo,
  ...alarmMailKo,
  ...businessKo,
};

/**
 * What is only in Korean and English (see `mainLocale`): what is heard, what stands in a PDF, since the font of our papers
 * has neither kanji nor hanzi, and what only those who work here read.
 */
type OfMain = `voice.${string}` | keyof typeof letterEn | keyof typeof statementEn | keyof typeof alarmMailEn;

/** What a recipient or a buyer reads. */
type Read = Readonly<Record<Exclude<ReadKey<typeof en>, OfMain>, string>>;

const ja: Read = {
  ...recipientJa,
  ...buyerJa,
  ...accountJa,
  ...mailJa,
  ...giftStateJa,
  ...dialogueJa,
  ...giftPageJa,
  ...certificatePageJa,
  ...cardPageJa,
  ...receiptJa,
  ...businessJa,
};
const zh: Read = {
  ...recipientZh,
  ...buyerZh,
  ...accountZh,
  ...mailZh,
  ...giftStateZh,
  ...dialogueZh,
  ...giftPageZh,
  ...certificatePageZh,
  ...cardPageZh,
  ...receiptZh,
  ...businessZh,
};

/** Every text but the problems, which stand in tables of their own. */
export const CATALOGUE = { en, ko, ja, zh } as const;

export type MessageKey = keyof typeof en;

/** What is told by text message, by mail and by phone alike: `recipient.gift_arrived`, `buyer.certificate_used`… */
export type NoticeKind = MessageKey extends infer Key
  ? Key extends `${infer Kind}.mail_subject`
    ? Kind
    : never
  : never;

export type NoticeKey<Kind extends NoticeKind> =
  `${Kind}.${'sms' | 'mail_subject' | 'mail_text' | 'spoken'}` & MessageKey;

export type MessageVars<Key extends MessageKey> = VarsOfTemplates<(typeof en)[Key]>;

/** The variables of a notice in every channel, so that the channel can be chosen after they are gathered. */
export type NoticeVars<Kind extends NoticeKind> = MessageVars<NoticeKey<Kind>>;

/** What a notice told by phone needs: often less than the other channels do, and never a code, which the dialogue says. */
export type SpokenVars<Kind extends NoticeKind> = MessageVars<`${Kind}.spoken` & MessageKey>;
