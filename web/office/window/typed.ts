import { currencyExponent } from '../../../kit/money.ts';
import { parseAmount } from '../../../kit/typed/amount.ts';
import type { Content } from './windows.ts';

const TEXTS = ['description_ko', 'description_en', 'usage_ko', 'usage_en'] as const;
const AMOUNTS = ['amount_min_minor', 'amount_max_minor'] as const;
type TextName = (typeof TEXTS)[number];
type AmountName = (typeof AMOUNTS)[number];

/** A window as somebody types it: amounts as people write them, the suggested ones with spaces between. */
export type Typed = Record<TextName | AmountName | 'suggested_minor', string> & { picture_id: string | null };

export function typedOf(content: Content, currency: string): Typed {
  const digits = currencyExponent(currency);
  const written = (minor: number) =>
    new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(minor / 10 ** digits);
  return {
    description_ko: content.description_ko ?? '',
    description_en: content.description_en ?? '',
    usage_ko: content.usage_ko ?? '',
    usage_en: content.usage_en ?? '',
    picture_id: content.picture_id,
    amount_min_minor: written(content.amount_min_minor),
    amount_max_minor: written(content.amount_max_minor),
    suggested_minor: content.suggested_minor.map(written).join(' '),
  };
}

/** The amount fields that are none. */
export function wrongAmounts(typed: Typed, currency: string): (AmountName | 'suggested_minor')[] {
  const isWrong = (text: string) => !parseAmount(text, currency).ok;
  const wrong: (AmountName | 'suggested_minor')[] = AMOUNTS.filter((name) => isWrong(typed[name]));
  return wordsOf(typed.suggested_minor).some(isWrong) ? [...wrong, 'suggested_minor'] : wrong;
}

/** What was typed, as it is sent; undefined while an amount is none. */
export function contentOf(typed: Typed, currency: string): Content | undefined {
  if (wrongAmounts(typed, currency).length > 0) return undefined;
  const minorOf = (text: string) => {
    const parsed = parseAmount(text, currency);
    return parsed.ok ? Number(parsed.value) : 0;
  };
  const optional = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    description_ko: optional(typed.description_ko),
    description_en: optional(typed.description_en),
    usage_ko: optional(typed.usage_ko),
    usage_en: optional(typed.usage_en),
    picture_id: typed.picture_id,
    amount_min_minor: minorOf(typed.amount_min_minor),
    amount_max_minor: minorOf(typed.amount_max_minor),
    suggested_minor: [...new Set(wordsOf(typed.suggested_minor).map(minorOf))],
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
