import { settlementCodesEn } from '../../kit/words/settlement/codes.en.ts';
import { settlementCodesKo } from '../../kit/words/settlement/codes.ko.ts';
import { settlementPagesEn } from '../../kit/words/settlement/console.en.ts';
import { settlementPagesKo } from '../../kit/words/settlement/console.ko.ts';
import { differencesEn } from '../../kit/words/settlement/differences.en.ts';
import { differencesKo } from '../../kit/words/settlement/differences.ko.ts';
import { settlementPayoutsEn } from '../../kit/words/settlement/payouts.en.ts';
import { settlementPayoutsKo } from '../../kit/words/settlement/payouts.ko.ts';
import { useDeclineReason } from '../kit/staff/decline.ts';
import { staffWords } from '../kit/staff/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const settlementWords = {
  en: {
    ...staffWords.en,
    ...settlementPagesEn,
    ...settlementPayoutsEn,
    ...differencesEn,
    ...settlementCodesEn,
  },
  ko: {
    ...staffWords.ko,
    ...settlementPagesKo,
    ...settlementPayoutsKo,
    ...differencesKo,
    ...settlementCodesKo,
  },
};
export const useSettlementWords = wordsOf(settlementWords);

type Code = keyof typeof settlementCodesEn;
type Plain = Exclude<Code, 'did_see' | 'did_change'>;

function isCode(key: string): key is Plain {
  return Object.hasOwn(settlementCodesEn, key);
}

/** The label of a server's code; the code itself where this page does not know it. */
export function useCodes(): (kind: string, code: string) => string {
  const { t } = useSettlementWords();
  return (kind, code) => {
    const key = `${kind}.${code}`;
    return isCode(key) ? t(key) : code;
  };
}

/** Why something was declined, refunded or disputed. */
export function useReason(): (reason: string) => string {
  const codes = useCodes();
  const decline = useDeclineReason();
  return (reason) => decline(reason) ?? codes('why', reason);
}

/** Puts an audit trail's action such as `GET /v1/staff/payments` into words; undefined for unknown ones. */
export function useActionName(): (action: string) => string | undefined {
  const { t } = useSettlementWords();
  return (action) => {
    const [, method, subject] = /^(\w+) \/v1\/staff\/([a-z-]+)/.exec(action) ?? [];
    const key = `did.${subject}`;
    if (!isCode(key)) return undefined;
    return t(method === 'GET' ? 'did_see' : 'did_change', { what: t(key) });
  };
}
