import { Act, type Acting } from '../kit/staff/act.tsx';
import { useSettlementWords } from './words.ts';

const REASON_LENGTH_MIN = 3;
/** As long as a shop's server takes it. */
const REASON_LENGTH_MAX = 200;

/** Refuses a payout or an account of a payee, with a reason that stays on record. */
export function Refuse({
  payee,
  ...refusal
}: {
  payee: string;
  /** What happens then. */
  ask: string;
  act: Acting;
  outdated: readonly (readonly unknown[])[];
  done: string;
}) {
  const { t } = useSettlementWords();
  return (
    <Act
      button={t('payouts.refuse')}
      title={`${t('payouts.refuse')}: ${payee}`}
      hint={t('payouts.reason_hint')}
      length={{ least: REASON_LENGTH_MIN, most: REASON_LENGTH_MAX, short: t('payouts.reason_short') }}
      look={{ size: 'xs', variant: 'default' }}
      {...refusal}
    />
  );
}
