import { terminalEn } from '../../kit/messages/web/terminal.en.ts';
import { terminalKo } from '../../kit/messages/web/terminal.ko.ts';
import { terminalStaffEn } from '../../kit/messages/web/terminal-staff.en.ts';
import { terminalStaffKo } from '../../kit/messages/web/terminal-staff.ko.ts';
import { wordsOf } from '../kit/words.tsx';

export const own = {
  en: { ...terminalEn, ...terminalStaffEn },
  ko: { ...terminalKo, ...terminalStaffKo },
} as const;

export const useWords = wordsOf(own);
export type TerminalWords = ReturnType<typeof useWords>;
