import { Problem } from '../../kit/problem.ts';
import { useConsoleWords } from '../words.ts';
import { digitsOf, type ShopValues, shiftDecimalPoint } from './values.ts';

/** Where a refusal that concerns several terms is shown. */
const AT = {
  amounts_in_order: 'amount_max_minor',
  suggested_within_amounts: 'suggested_minor',
  reminder_before_deadline: 'remind_days',
  time_zone_known: 'time_zone',
  shop_exists: 'shop_id',
  party_unknown: 'party',
  currency_unsupported: 'currency',
} as const satisfies Record<string, keyof ShopValues>;

type Rule = keyof typeof AT;

function isRule(name: string): name is Rule {
  return Object.hasOwn(AT, name);
}

/** The field that the server refused and why; `undefined` when it is about no field. */
export function useRefusedField(): (
  thrown: unknown,
  values: ShopValues,
) => { field: keyof ShopValues; message: string } | undefined {
  const { t } = useConsoleWords();
  return (thrown, values) => {
    if (!(thrown instanceof Problem)) return undefined;
    const rule = thrown.code === 'shop_terms_invalid' ? String(thrown.extra.rule) : thrown.code;
    if (isRule(rule)) return { field: AT[rule], message: t(`shops.wrong.${rule}`) };
    if (thrown.code !== 'validation_failed') return undefined;
    const [first] = thrown.fields;
    const field = Object.keys(values).find((name) => first === name || first?.startsWith(`${name}.`));
    if (field === undefined || !isField(field, values)) return undefined;
    return { field, message: messageOf(thrown, field, values.currency) };
  };

  function messageOf(problem: Problem, field: string, currency: string): string {
    const { rule, expected } = firstError(problem);
    const limit =
      typeof expected.limit === 'number' ? shiftDecimalPoint(expected.limit, digitsOf(field, currency)) : '';
    if (rule === 'minLength') return t('common.required');
    if (rule === 'minimum' || rule === 'maximum') return t(`shops.wrong.${rule}`, { limit });
    return t('shops.wrong.other');
  }
}

function isField(name: string, values: ShopValues): name is keyof ShopValues {
  return Object.hasOwn(values, name);
}

function firstError({ extra }: Problem): { rule: string; expected: { limit?: unknown } } {
  const [first]: unknown[] = Array.isArray(extra.errors) ? extra.errors : [];
  const { rule, expected } = Object(first);
  return { rule: String(rule), expected: Object(expected) };
}
