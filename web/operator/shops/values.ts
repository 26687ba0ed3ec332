import { currencyExponent } from '../../../kit/money.ts';
import type { Shop } from './queries.ts';

/** A shop's terms as typed: amounts in the currency's major unit, the commission in percent. */
export type ShopValues = {
  shop_id: string;
  party: string;
  settlement: string;
  currency: string;
  name_ko: string;
  name_en: string;
  description_ko: string;
  description_en: string;
  image_key: string;
  amount_min_minor: string;
  amount_max_minor: string;
  suggested_minor: string;
  payment_route: string;
  commission_bp: string;
  answer_days: string;
  remind_days: string;
  validity_months: string;
  refund_days: string;
  time_zone: string;
  active: boolean;
};

const PERCENT_DIGITS = 2;

/** Moves the decimal point to the left: 1234 with two digits is 12.34. */
export function shiftDecimalPoint(whole: number, digits: number): string {
  if (digits === 0) return String(whole);
  const text = String(whole).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
}

/** The inverse; `null` for what is not a number, which the server then refuses. */
function whole(text: string, digits: number): number | null {
  const [, before, after = ''] = /^(\d+)(?:\.(\d*))?$/.exec(text.replaceAll(',', '').trim()) ?? [];
  if (before === undefined || after.replace(/0+$/, '').length > digits) return null;
  return Number(before + after.slice(0, digits).padEnd(digits, '0'));
}

export function digitsOf(field: string, currency: string): number {
  if (field === 'commission_bp') return PERCENT_DIGITS;
  return field.endsWith('_minor') && /^[A-Z]{3}$/.test(currency) ? exponentOf(currency) : 0;
}

function exponentOf(currency: string): number {
  try {
    return currencyExponent(currency);
  } catch {
    return 0;
  }
}

export function valuesOf(shop: Shop): ShopValues {
  const digits = exponentOf(shop.currency);
  return {
    shop_id: shop.shop_id,
    party: shop.party,
    settlement: shop.settlement ?? '',
    currency: shop.currency,
    name_ko: shop.name_ko,
    name_en: shop.name_en,
    description_ko: shop.description_ko ?? '',
    description_en: shop.description_en ?? '',
    image_key: shop.image_key ?? '',
    amount_min_minor: shiftDecimalPoint(shop.amount_min_minor, digits),
    amount_max_minor: shiftDecimalPoint(shop.amount_max_minor, digits),
    suggested_minor: shop.suggested_minor.map((amount) => shiftDecimalPoint(amount, digits)).join(' '),
    payment_route: shop.payment_route,
    commission_bp: shiftDecimalPoint(shop.commission_bp, PERCENT_DIGITS),
    answer_days: String(shop.answer_days),
    remind_days: String(shop.remind_days),
    validity_months: String(shop.validity_months),
    refund_days: String(shop.refund_days),
    time_zone: shop.time_zone,
    active: shop.active,
  };
}

/** The request body. What is not a number is sent as null, so that the server says which field is wrong. */
export function shopOf(values: ShopValues): Shop {
  const digits = exponentOf(values.currency);
  const number = (text: string, shift = 0) => whole(text, shift) ?? Number.NaN;
  const optional = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    shop_id: values.shop_id.trim(),
    party: values.party,
    settlement: values.settlement === '' ? null : values.settlement,
    currency: values.currency.trim(),
    name_ko: values.name_ko.trim(),
    name_en: values.name_en.trim(),
    description_ko: optional(values.description_ko),
    description_en: optional(values.description_en),
    image_key: optional(values.image_key),
    amount_min_minor: number(values.amount_min_minor, digits),
    amount_max_minor: number(values.amount_max_minor, digits),
    suggested_minor: values.suggested_minor
      .split(/\s+/)
      .filter((amount) => amount !== '')
      .map((amount) => number(amount, digits)),
    payment_route: values.payment_route === 'through_shop' ? 'through_shop' : 'direct',
    commission_bp: number(values.commission_bp, PERCENT_DIGITS),
    answer_days: number(values.answer_days),
    remind_days: number(values.remind_days),
    validity_months: number(values.validity_months),
    refund_days: number(values.refund_days),
    time_zone: values.time_zone.trim(),
    active: values.active,
  };
}
