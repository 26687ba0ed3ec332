import { giftStateEn } from '../../kit/words/everyone/gift-state.en.ts';
import { giftStateKo } from '../../kit/words/everyone/gift-state.ko.ts';
import { terminalStaffEn } from '../../kit/words/terminal/staff.en.ts';
import { terminalStaffKo } from '../../kit/words/terminal/staff.ko.ts';
import { terminalEn } from '../../kit/words/terminal/terminal.en.ts';
import { terminalKo } from '../../kit/words/terminal/terminal.ko.ts';
import { wordsOf } from '../kit/words.tsx';

export const own = {
  en: { ...terminalEn, ...terminalStaffEn, ...giftStateEn },
  ko: { ...terminalKo, ...terminalStaffKo, ...giftStateKo },
} as const;

export const useWords = wordsOf(own);
export type TerminalWords = ReturnType<typeof useWords>;
