import { accountEn } from './buyer/account.en.ts';
import { accountKo } from './buyer/account.ko.ts';
import { buyerEn } from './buyer/buyer.en.ts';
import { buyerKo } from './buyer/buyer.ko.ts';
import { cardPageEn } from './buyer/card-page.en.ts';
import { cardPageKo } from './buyer/card-page.ko.ts';
import { receiptEn } from './buyer/receipt.en.ts';
import { receiptKo } from './buyer/receipt.ko.ts';
import { mailEn } from './everyone/mail.en.ts';
import { mailKo } from './everyone/mail.ko.ts';
import { dialogueEn } from './phone/dialogue.en.ts';
import { dialogueKo } from './phone/dialogue.ko.ts';
import { voiceEn } from './phone/voice.en.ts';
import { voiceKo } from './phone/voice.ko.ts';
import { certificatePageEn } from './recipient/certificate-page.en.ts';
import { certificatePageKo } from './recipient/certificate-page.ko.ts';
import { giftPageEn } from './recipient/gift-page.en.ts';
import { giftPageKo } from './recipient/gift-page.ko.ts';
import { recipientEn } from './recipient/recipient.en.ts';
import { recipientKo } from './recipient/recipient.ko.ts';

export type Locale = 'ko' | 'en';

/** What a Korean part must have: a text for every key of the English part. */
export type SameKeys<Part> = { readonly [Key in keyof Part]: string };

const en = {
  ...recipientEn,
  ...buyerEn,
  ...accountEn,
  ...mailEn,
  ...dialogueEn,
  ...giftPageEn,
  ...certificatePageEn,
  ...voiceEn,
  ...cardPageEn,
  ...receiptEn,
} as const;
const ko: SameKeys<typeof en> = {
  ...recipientKo,
  ...buyerKo,
  ...accountKo,
  ...mailKo,
  ...dialogueKo,
  ...giftPageKo,
  ...certificatePageKo,
  ...voiceKo,
  ...cardPageKo,
  ...receiptKo,
};

/** Every text but the problems, which stand in tables of their own. */
export const CATALOGUE = { en, ko } as const;

export type MessageKey = keyof typeof en;

/** What is told by text message and by mail alike: `recipient.gift_arrived`, `buyer.certificate_used`… */
export type NoticeKind = MessageKey extends infer Key
  ? Key extends `${infer Kind}.mail_subject`
    ? Kind
    : never
  : never;

export type NoticeKey<Kind extends NoticeKind> = `${Kind}.${'sms' | 'mail_subject' | 'mail_text'}` &
  MessageKey;

/** An amount as it is passed to a text; a plain integer too, since notices wait in JSON until they are sent. */
export type MoneyVar = { readonly amount_minor: bigint | number; readonly currency: string };
/** A time as it is passed to a text: a Date, or RFC 3339 text. */
export type TimeVar = Date | string;

// The variables of a text are read off its English template, so a forgotten one does not compile.
type Placeholder<Text> = Text extends `${string}{{${infer Inside}}}${infer Rest}`
  ? Inside | Placeholder<Rest>
  : never;
type NameOf<Inside> = Inside extends `${infer Name},${string}` ? Name : Inside;
type ValueOf<Inside> = Inside extends `${string}, ${'' | 'spoken_'}money${string}`
  ? MoneyVar
  : Inside extends `${string}, ${'' | 'spoken_'}date${string}`
    ? TimeVar
    : string | number;

/** What a text must be filled with. */
export type VarsOfTemplates<Text> = {
  readonly [Inside in Placeholder<Text> as NameOf<Inside> & string]: ValueOf<Inside>;
};

export type MessageVars<Key extends MessageKey> = VarsOfTemplates<(typeof en)[Key]>;

/** The variables of a notice in every channel, so that the channel can be chosen after they are gathered. */
export type NoticeVars<Kind extends NoticeKind> = MessageVars<NoticeKey<Kind>>;
