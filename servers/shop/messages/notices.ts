import type { SpokenCode, SpokenNews } from '../../../contracts/spoken-notices.ts';
import { dayIn } from '../../../kit/calendar.ts';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { type Locale, mainLocale, type Words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';

type Money = { amount_minor: number; currency: string };

/** A code that somebody is waiting for. */
export type CodeNotice = {
  code: string;
  expires_at: Date;
  /** Whose certificate it is about; not every code is about one. */
  operator?: string | undefined;
} & (
  | { kind: 'account.verification_code' | 'account.unlock_code' }
  | { kind: 'account.checkout_code'; amount: Money }
  | { kind: 'recipient.hand_over_begun'; to_phone: string; left: Money }
  | { kind: 'recipient.hand_over'; giver_name: string; left: Money }
);

/** News of a certificate for whoever holds it. */
export type NewsNotice = { certificate_id: string; operator: string; at: Date } & (
  | { kind: 'recipient.handed_over' | 'recipient.certificate_locked' | 'recipient.pin_changed' }
  | { kind: 'recipient.opened_by_clerk'; store_name: string }
  | { kind: 'recipient.certificate_expiring' | 'recipient.certificate_expired'; left: Money }
  /** Of one that is unfrozen or unlocked, until when it is valid now stands in `at`. */
  | { kind: 'recipient.certificate_frozen' | 'recipient.certificate_unfrozen'; left: Money }
  | { kind: 'recipient.certificate_charged_back'; left: Money }
  | { kind: 'recipient.locked_by_staff' | 'recipient.unlocked_by_staff'; left: Money }
  | {
      kind: 'recipient.certificate_used' | 'recipient.use_reversed';
      amount: Money;
      left: Money;
      store_name: string;
    }
);

export type Notice = CodeNotice | NewsNotice;

/** A notice as management's phone line is asked to say it, with the code still to be sealed for management. */
export type Spoken = SpokenNews | (Omit<SpokenCode, 'sealed_code'> & { code: string });

/** The notice as a text message, in these words. */
export function textOf({ settings, publicUrl, clock }: ShopContext, w: Words, notice: Notice): string {
  const zone = settings.timeZone;
  const shop_name = w.locale === 'ko' ? settings.brandKo : settings.brandEn;
  switch (notice.kind) {
    case 'account.verification_code':
      return w.sms(notice.kind, { code: notice.code, minutes: minutesLeft(notice, clock) });
    case 'account.unlock_code':
      return w.sms(notice.kind, { code: notice.code, minutes: minutesLeft(notice, clock), shop_name });
    case 'account.checkout_code': {
      const { code, amount } = notice;
      return w.sms(notice.kind, { code, minutes: minutesLeft(notice, clock), amount, shop_name });
    }
    case 'recipient.hand_over_begun': {
      const { to_phone, left, code } = notice;
      const link = `${publicUrl}/certificate/forgotten`;
      return w.sms(notice.kind, {
        code,
        minutes: minutesLeft(notice, clock),
        to_phone,
        left,
        shop_name,
        link,
      });
    }
    case 'recipient.pin_changed':
      return w.sms(notice.kind, { shop_name, link: `${publicUrl}/certificate/forgotten` });
    case 'recipient.hand_over': {
      const { giver_name, left, code, expires_at: until_at } = notice;
      const link = `${publicUrl}/certificate/taking`;
      return w.sms(notice.kind, { giver_name, shop_name, left, code, until_at, link });
    }
    case 'recipient.handed_over':
    case 'recipient.certificate_locked':
      return w.sms(notice.kind, { shop_name });
    case 'recipient.opened_by_clerk':
      return w.sms(notice.kind, { shop_name, store_name: notice.store_name, opened_at: notice.at });
    case 'recipient.certificate_expiring':
      return w.sms(notice.kind, { shop_name, left: notice.left, expires_at: dayIn(zone, notice.at) });
    case 'recipient.certificate_expired':
      return w.sms(notice.kind, { shop_name, left: notice.left, expired_at: dayIn(zone, notice.at) });
    case 'recipient.certificate_frozen':
    case 'recipient.certificate_charged_back':
    case 'recipient.locked_by_staff':
      return w.sms(notice.kind, { shop_name, left: notice.left });
    case 'recipient.certificate_unfrozen':
    case 'recipient.unlocked_by_staff':
      return w.sms(notice.kind, { shop_name, left: notice.left, expires_at: dayIn(zone, notice.at) });
    case 'recipient.certificate_used': {
      const { amount, left: remaining, store_name, at: used_at } = notice;
      return w.sms(notice.kind, { amount, remaining, store_name, shop_name, used_at });
    }
    case 'recipient.use_reversed': {
      const { amount, left: remaining, store_name, at: reversed_at } = notice;
      return w.sms(notice.kind, { amount, remaining, store_name, shop_name, reversed_at });
    }
  }
}

/** The notice for management's phone line, which has the words. */
export function spokenOf(
  notice_id: string,
  { phone, locale }: { phone: string; locale: Locale },
  notice: Notice,
): Spoken {
  const about = { notice_id, phone, locale: mainLocale(locale) };
  if ('certificate_id' in notice) {
    const { operator: _operator, at, ...news } = notice;
    return { ...about, ...news, at: at.toISOString() };
  }
  const { kind, code, expires_at } = notice;
  const spoken = { ...about, kind, code, expires_at: expires_at.toISOString() };
  if (notice.kind === 'account.checkout_code') return { ...spoken, amount: notice.amount };
  if (notice.kind === 'recipient.hand_over_begun') {
    const { to_phone, left } = notice;
    return { ...spoken, to_phone, left };
  }
  if (notice.kind !== 'recipient.hand_over') return spoken;
  const { giver_name, left } = notice;
  return { ...spoken, giver_name, left };
}

function minutesLeft({ expires_at }: CodeNotice, clock: () => Date): number {
  return Math.round((expires_at.getTime() - clock().getTime()) / MINUTE_MS);
}
