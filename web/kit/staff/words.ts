import { accountFieldsEn } from '../../../kit/words/staff/account-fields.en.ts';
import { accountFieldsKo } from '../../../kit/words/staff/account-fields.ko.ts';
import { actsEn } from '../../../kit/words/staff/acts.en.ts';
import { actsKo } from '../../../kit/words/staff/acts.ko.ts';
import { businessPageEn } from '../../../kit/words/staff/business-page.en.ts';
import { businessPageKo } from '../../../kit/words/staff/business-page.ko.ts';
import { listsEn } from '../../../kit/words/staff/lists.en.ts';
import { listsKo } from '../../../kit/words/staff/lists.ko.ts';
import { providersEn } from '../../../kit/words/staff/providers.en.ts';
import { providersKo } from '../../../kit/words/staff/providers.ko.ts';
import { restorePagesEn } from '../../../kit/words/staff/restore.en.ts';
import { restorePagesKo } from '../../../kit/words/staff/restore.ko.ts';
import { staffPagesEn } from '../../../kit/words/staff/staff.en.ts';
import { staffPagesKo } from '../../../kit/words/staff/staff.ko.ts';
import { trendsEn } from '../../../kit/words/staff/trends.en.ts';
import { trendsKo } from '../../../kit/words/staff/trends.ko.ts';
import { wordingsEn } from '../../../kit/words/staff/wordings.en.ts';
import { wordingsKo } from '../../../kit/words/staff/wordings.ko.ts';
import { businessWords } from '../business/words.ts';
import { wordsOf } from '../words.tsx';

/** The words of the staff pages; an app adds them to its own at `startPage`. */
export const staffWords = {
  en: {
    ...staffPagesEn,
    ...restorePagesEn,
    ...businessPageEn,
    ...accountFieldsEn,
    ...actsEn,
    ...listsEn,
    ...providersEn,
    ...trendsEn,
    ...wordingsEn,
    ...businessWords.en,
  },
  ko: {
    ...staffPagesKo,
    ...restorePagesKo,
    ...businessPageKo,
    ...accountFieldsKo,
    ...actsKo,
    ...listsKo,
    ...providersKo,
    ...trendsKo,
    ...wordingsKo,
    ...businessWords.ko,
  },
};
export const useStaffWords = wordsOf(staffWords);
