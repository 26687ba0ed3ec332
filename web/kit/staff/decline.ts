import { staffPagesEn } from '../../../kit/words/staff/staff.en.ts';
import { useStaffWords } from './words.ts';

type Decline = keyof typeof staffPagesEn & `staff.decline.${string}`;

/** Why a payment was declined, in words; undefined for a reason that this page does not know. */
export function useDeclineReason(): (reason: string) => string | undefined {
  const { t } = useStaffWords();
  return (reason) => {
    const key = `staff.decline.${reason}`;
    return isDecline(key) ? t(key) : undefined;
  };
}

function isDecline(key: string): key is Decline {
  return Object.hasOwn(staffPagesEn, key);
}
