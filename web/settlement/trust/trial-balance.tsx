import { Stack, Title } from '@mantine/core';
import { Amount } from '../../kit/staff/figures.tsx';
import { type Column, Rows } from '../../kit/staff/table.tsx';
import { AccountName } from '../account-name.tsx';
import { StateBadge } from '../parts.tsx';
import { useSettlementWords } from '../words.ts';
import type { Books } from './books.ts';

type Line = Books['totals'][number] & { account?: string; agrees: boolean };

/** Every account's debits and credits, and the totals, which must be the same on both sides. */
export function TrialBalance({ of: { accounts, totals } }: { of: Books }) {
  const { t } = useSettlementWords();
  const lines: Line[] = [
    ...accounts.map(({ code, subject_id, ...line }) => ({ ...line, account: `${code} ${subject_id}` })),
    ...totals.map((total) => ({ ...total, agrees: total.debits_minor === total.credits_minor })),
  ];
  const columns: Column<Line>[] = [
    {
      head: t('trust.account'),
      cell: ({ account, currency }) =>
        account === undefined ? t('trust.total', { currency }) : <AccountName of={account} />,
    },
    {
      head: t('trust.debits'),
      isNumber: true,
      cell: ({ debits_minor, currency }) => <Amount of={{ amount_minor: debits_minor, currency }} />,
    },
    {
      head: t('trust.credits'),
      isNumber: true,
      cell: ({ credits_minor, currency }) => <Amount of={{ amount_minor: credits_minor, currency }} />,
    },
    {
      head: t('trust.adds_up'),
      cell: ({ agrees }) => (
        <StateBadge color={agrees ? 'teal' : 'red'}>
          {t(agrees ? 'trust.adds_up_yes' : 'trust.adds_up_no')}
        </StateBadge>
      ),
    },
  ];
  return (
    <Stack component="section" gap="sm" aria-labelledby="trial-balance">
      <Title order={2} size="h4" id="trial-balance">
        {t('trust.balance')}
      </Title>
      <Rows
        rows={lines}
        label={t('trust.balance')}
        columns={columns}
        keyOf={({ account, currency }) => `${account ?? 'total'} ${currency}`}
      />
    </Stack>
  );
}
