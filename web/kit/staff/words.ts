import { staffPagesEn } from '../../../kit/words/staff/staff.en.ts';
import { staffPagesKo } from '../../../kit/words/staff/staff.ko.ts';
import { wordsOf } from '../words.tsx';

/** What the pages of staff say; a page adds it to its own words at `startPage`. */
export const staffWords = { en: staffPagesEn, ko: staffPagesKo };
export const useStaffWords = wordsOf(staffWords);
