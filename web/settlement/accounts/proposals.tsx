import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { Ask } from '../../kit/staff/ask.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { type Column, Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { Party } from '../parts.tsx';
import { Refuse } from '../refuse.tsx';
import { useSettlementWords } from '../words.ts';

const OUT_OF_DATE = [['account-proposals'], ['accounts'], ['attention']] as const;

const read = () => answered(api.GET('/v1/staff/account-proposals'));
type Proposal = Awaited<ReturnType<typeof read>>['proposals'][number];

export const useProposals = () => useQuery({ queryKey: ['account-proposals'], queryFn: read });

/** Accounts that shops ask to be paid to. Nothing is believed of them: staff enter one as theirs, or refuse it. */
export function Proposals({ of }: { of: readonly Proposal[] }) {
  const { t, dateTime } = useSettlementWords();
  if (of.length === 0) return null;
  const ending = ({ bank_code, last4 }: { bank_code: string | null; last4: string }) =>
    t('accounts.ending', { bank: bank_code ?? 'IBAN', last4 });
  const columns: Column<Proposal>[] = [
    { head: t('accounts.shop'), cell: ({ payee }) => <Party of={payee} /> },
    { head: t('proposals.account'), cell: ending },
    { head: t('account.currency'), cell: ({ currency }) => currency },
    { head: t('account.holder'), cell: ({ holder }) => holder },
    { head: t('proposals.paid_to'), cell: ({ paid_to }) => (paid_to === null ? '—' : ending(paid_to)) },
    { head: t('proposals.received'), cell: ({ received_at }) => dateTime(received_at) },
    { head: t('payouts.do'), cell: (proposal) => <Decide proposal={proposal} /> },
  ];
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        {t('proposals.title')}
      </Title>
      <Text size="sm">{t('proposals.intro')}</Text>
      <Rows<Proposal>
        rows={of}
        label={t('proposals.title')}
        columns={columns}
        keyOf={({ proposal_id }) => proposal_id}
      />
    </Stack>
  );
}

function Decide({ proposal: { proposal_id, payee, last4, state } }: { proposal: Proposal }) {
  const { t } = useSettlementWords();
  const { may } = useStaff();
  if (!may('treasurer')) return '—';
  const params = { path: { proposal_id } };
  return (
    <Group gap={6}>
      {state === 'outdated' ? (
        <Text size="sm">{t('proposals.outdated')}</Text>
      ) : (
        <Ask
          label={t('proposals.take_over')}
          of={payee}
          title={t('proposals.take_over_title')}
          question={t('proposals.take_over_ask', { payee, last4 })}
          act={(headers) =>
            answered(api.POST('/v1/staff/account-proposals/{proposal_id}/takeover', { params, headers }))
          }
          outdated={OUT_OF_DATE}
          done={() => t('accounts.enter_done')}
        />
      )}
      <Refuse
        payee={payee}
        ask={t('proposals.refuse_ask', { payee, last4 })}
        act={(reason, headers) =>
          answered(
            api.POST('/v1/staff/account-proposals/{proposal_id}/refusals', {
              params,
              body: { reason },
              headers,
            }),
          )
        }
        outdated={OUT_OF_DATE}
        done={t('proposals.refuse_done')}
      />
    </Group>
  );
}
