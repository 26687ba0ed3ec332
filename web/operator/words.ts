import { giftStateEn } from '../../kit/words/everyone/gift-state.en.ts';
import { giftStateKo } from '../../kit/words/everyone/gift-state.ko.ts';
import { consoleCodesEn } from '../../kit/words/operator/codes.en.ts';
import { consoleCodesKo } from '../../kit/words/operator/codes.ko.ts';
import { consolePagesEn } from '../../kit/words/operator/console.en.ts';
import { consolePagesKo } from '../../kit/words/operator/console.ko.ts';
import { operatorWordingsEn } from '../../kit/words/operator/wordings.en.ts';
import { operatorWordingsKo } from '../../kit/words/operator/wordings.ko.ts';
import { consoleWorkEn } from '../../kit/words/operator/work.en.ts';
import { consoleWorkKo } from '../../kit/words/operator/work.ko.ts';
import { staffWords } from '../kit/staff/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const consoleWords = {
  en: {
    ...staffWords.en,
    ...consolePagesEn,
    ...consoleCodesEn,
    ...consoleWorkEn,
    ...operatorWordingsEn,
    ...giftStateEn,
  },
  ko: {
    ...staffWords.ko,
    ...consolePagesKo,
    ...consoleCodesKo,
    ...consoleWorkKo,
    ...operatorWordingsKo,
    ...giftStateKo,
  },
};
export const useConsoleWords = wordsOf(consoleWords);

type Code = keyof typeof consoleCodesEn;

function isCode(key: string): key is Code {
  return Object.hasOwn(consoleCodesEn, key);
}

/** The label of a server's code; `undefined` for one that this page does not know. */
export function useCodes(): (kind: string, code: string) => string | undefined {
  const { t } = useConsoleWords();
  return (kind, code) => {
    const key = `${kind}.${code}`;
    return isCode(key) ? t(key) : undefined;
  };
}
