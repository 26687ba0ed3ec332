import { Group } from '@mantine/core';
import type { paths } from '../../api/settlement.gen.ts';
import { answered } from '../../kit/problem.ts';
import { Ask } from '../../kit/staff/ask.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { Refuse } from '../refuse.tsx';
import { useSettlementWords } from '../words.ts';

export type Payout =
  paths['/v1/staff/payouts']['get']['responses'][200]['content']['application/json']['payouts'][number];

const OUT_OF_DATE = [['payouts'], ['attention'], ['books']] as const;

/** What a treasurer may decide about a payout that is not on its way yet. */
export function Decide({ payout }: { payout: Payout }) {
  const { t } = useSettlementWords();
  const { may } = useStaff();
  const { payout_id, payee, net_minor: amount_minor, currency, status, waits_for } = payout;
  if (status !== 'planned' || !may('treasurer')) return '—';
  const amount = { amount_minor, currency };
  const params = { path: { payout_id } };
  return (
    <Group gap={6} wrap="nowrap">
      {waits_for === 'approval' && (
        <Ask
          label={t('payouts.approve')}
          of={payee}
          title={t('payouts.approve_title')}
          question={t('payouts.approve_ask', { payee, amount })}
          act={(headers) =>
            answered(api.POST('/v1/staff/payouts/{payout_id}/approvals', { params, headers }))
          }
          outdated={OUT_OF_DATE}
          done={({ approvals }) =>
            t('payouts.approved', { given: approvals, needed: payout.approvals_needed })
          }
        />
      )}
      <Refuse
        payee={payee}
        ask={t('payouts.refuse_ask', { payee, amount })}
        act={(reason, headers) =>
          answered(api.POST('/v1/staff/payouts/{payout_id}/refusals', { params, body: { reason }, headers }))
        }
        outdated={OUT_OF_DATE}
        done={t('payouts.refused')}
      />
    </Group>
  );
}
