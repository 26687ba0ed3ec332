import type { Demo } from '../api.ts';
import { Copyable, Copyables } from '../copyable.tsx';
import { useWords } from '../words.ts';
import { Outside, type StepShown } from './steps.tsx';
import type { StepId } from './tracks.ts';

type OperatorStep = Extract<StepId, `operator_${string}`>;

/** The text of each of the operator's steps, with the demo's login and the card that leaves an order waiting. */
export function useOperatorSteps(demo: Demo): Record<OperatorStep, StepShown> {
  const { t } = useWords();
  const management = demo.servers.find(({ role }) => role === 'management')?.url ?? '';
  const operator = demo.staff.find(({ at, role }) => at === 'management' && role === 'operator');
  const waiting = demo.cards.find(({ behaviour }) => behaviour === 'never');
  const at = (path: string) => (
    <Outside to={`${management}/console${path}`}>{t('tour.open_console')}</Outside>
  );
  return {
    operator_log_in: {
      title: t('tour.operator_log_in'),
      what: t('tour.operator_log_in_what'),
      values: (
        <Copyables>
          <Copyable label={t('tour.login')} value={operator?.login ?? ''} />
          <Copyable label={t('tour.password')} value={operator?.password ?? ''} />
        </Copyables>
      ),
      lead: at(''),
    },
    operator_brand: {
      title: t('tour.operator_brand'),
      what: t('tour.operator_brand_what'),
      lead: at('/shops/new'),
    },
    operator_stuck: {
      title: t('tour.operator_stuck'),
      what: t('tour.operator_stuck_what'),
      values: (
        <Copyables>
          <Copyable label={t('tour.card_number')} value={waiting?.number ?? ''} />
        </Copyables>
      ),
      lead: at('/stuck'),
    },
    operator_story: { title: t('tour.operator_story'), what: t('tour.operator_story_what'), lead: at('') },
    operator_payout: {
      title: t('tour.operator_payout'),
      what: t('tour.operator_payout_what'),
      lead: at('/payouts'),
    },
  };
}
