import { Act, type Acting } from './act.tsx';
import { useStaffWords } from './words.ts';

/**
 * Takes something off a list for good, or says what came of it, with a reason that stays on the record; `ask` says what that means.
 */
export function Dismiss({
  what,
  ask,
  dismiss,
  list,
  words,
}: {
  what: string;
  ask: string;
  dismiss: Acting;
  list: readonly string[];
  /** Where it is not called dismissing. */
  words?: { button: string; of: string; done: string };
}) {
  const { t } = useStaffWords();
  const { button, of, done } = words ?? {
    button: t('staff.dismiss'),
    of: t('staff.dismiss_of', { what }),
    done: t('staff.dismissed'),
  };
  return <Act button={button} title={of} ask={ask} act={dismiss} outdated={[list]} done={done} />;
}
