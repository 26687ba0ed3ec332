import { restorePagesEn } from '../../../kit/words/staff/restore.en.ts';
import { restorePagesKo } from '../../../kit/words/staff/restore.ko.ts';
import { staffPagesEn } from '../../../kit/words/staff/staff.en.ts';
import { staffPagesKo } from '../../../kit/words/staff/staff.ko.ts';
import { wordsOf } from '../words.tsx';

/** The words of the staff pages; an app adds them to its own at `startPage`. */
export const staffWords = {
  en: { ...staffPagesEn, ...restorePagesEn },
  ko: { ...staffPagesKo, ...restorePagesKo },
};
export const useStaffWords = wordsOf(staffWords);
