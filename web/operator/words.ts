import { consolePagesEn } from '../../kit/messages/web/console.en.ts';
import { consolePagesKo } from '../../kit/messages/web/console.ko.ts';
import { consoleCodesEn } from '../../kit/messages/web/console-codes.en.ts';
import { consoleCodesKo } from '../../kit/messages/web/console-codes.ko.ts';
import { consoleWorkEn } from '../../kit/messages/web/console-work.en.ts';
import { consoleWorkKo } from '../../kit/messages/web/console-work.ko.ts';
import { staffWords } from '../kit/staff/words.ts';
import { wordsOf } from '../kit/words.tsx';

export const consoleWords = {
  en: { ...staffWords.en, ...consolePagesEn, ...consoleCodesEn, ...consoleWorkEn },
  ko: { ...staffWords.ko, ...consolePagesKo, ...consoleCodesKo, ...consoleWorkKo },
};
export const useConsoleWords = wordsOf(consoleWords);

type Code = keyof typeof consoleCodesEn;

function isCode(key: string): key is Code {
  return Object.hasOwn(consoleCodesEn, key);
}

/** What a code of the server's is called; `undefined` for one that this page does not know yet. */
export function useCodes(): (kind: string, code: string) => string | undefined {
  const { t } = useConsoleWords();
  return (kind, code) => {
    const key = `${kind}.${code}`;
    return isCode(key) ? t(key) : undefined;
  };
}
