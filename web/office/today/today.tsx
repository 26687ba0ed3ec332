import { Group, Progress, SegmentedControl, Skeleton, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { Amount, Figure } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { DayChart } from '../../kit/staff/trends/day-chart.tsx';
import { NoCertificates } from '../no-certificates.tsx';
import { Figures } from '../parts.tsx';
import { useOfficeWords } from '../words.ts';
import { AccountChanges, useAccountChanges } from './account-changes.tsx';
import { Guessing } from './guessing.tsx';
import { type Trend, useTrends } from './trends.ts';
import { WaitingAccount } from './waiting-account.tsx';

const PERIODS = ['30', '90'];

type Store = Trend['stores'][number];

/** Today's figures and recent trends. All numbers are computed by the server. */
export function Today() {
  const { t } = useOfficeWords();
  const [period, setPeriod] = useState('30');
  const days = Number(period);
  const trends = useTrends(days);
  const changes = useAccountChanges();
  const choice = (
    <SegmentedControl
      aria-label={t('office.period')}
      value={period}
      onChange={setPeriod}
      data={PERIODS.map((value) => ({ value, label: t('office.days', { days: value }) }))}
    />
  );
  return (
    <StaffPage title={t('office.today')} intro={t('office.today_intro', { days })} action={choice}>
      <Guessing />
      {changes.isLoading ? (
        // The figures come below the notice and nothing may jump.
        <Skeleton height={720} />
      ) : (
        <>
          {changes.isLoadingError && (
            <ProblemNotice thrown={changes.error} onAgain={() => changes.refetch()} />
          )}
          <AccountChanges changes={changes.data?.changes ?? []} />
          <WaitingAccount />
          <Answer of={trends} height={720}>
            {({ currencies }) =>
              currencies.length === 0 ? (
                <NoCertificates />
              ) : (
                currencies.map((trend) => <TrendOf key={trend.currency} trend={trend} />)
              )
            }
          </Answer>
        </>
      )}
    </StaffPage>
  );
}

function TrendOf({ trend }: { trend: Trend }) {
  const { t } = useOfficeWords();
  const { currency, period, days } = trend;
  const [today, yesterday, weekAgo] = [days.at(-1), days.at(-2), days.at(-8)];
  const moved = ['issued', 'used', 'reversed', 'refunded', 'expired'] as const;
  const amount = (amount_minor: number) => ({ amount_minor, currency });
  const chart = { rows: days, currency, emptyDetail: t('office.chart_empty_detail') };
  return (
    <>
      <Figures inRow={3}>
        {moved.map((name) => (
          <Figure
            key={name}
            label={t(`office.${name}`)}
            value={<Amount of={amount(today?.[`${name}_minor`] ?? 0)} />}
            hint={
              <>
                <div>
                  {t('trends.before', {
                    yesterday: amount(yesterday?.[`${name}_minor`] ?? 0),
                    week_ago: amount(weekAgo?.[`${name}_minor`] ?? 0),
                  })}
                </div>
                {t('trends.in_days', { days: days.length, amount: amount(period[`${name}_minor`]) })}
              </>
            }
          />
        ))}
        <Figure label={t('office.outstanding_now')} value={<Amount of={amount(trend.outstanding_minor)} />} />
      </Figures>
      <DayChart
        title={t('office.chart_moved')}
        {...chart}
        series={[
          { name: 'issued_minor', label: t('office.issued'), color: 'ribbon.6' },
          { name: 'used_minor', label: t('office.used'), color: 'teal.6' },
        ]}
      />
      <DayChart
        title={t('office.chart_outstanding')}
        {...chart}
        shape="area"
        series={[{ name: 'outstanding_minor', label: t('office.outstanding'), color: 'ribbon.6' }]}
      />
      <ByStore trend={trend} />
    </>
  );
}

function ByStore({ trend: { stores, currency } }: { trend: Trend }) {
  const { t, pick } = useOfficeWords();
  const most = Math.max(...stores.map(({ used_minor }) => used_minor), 1);
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        {t('office.chart_stores')}
      </Title>
      <Rows<Store>
        rows={stores}
        label={t('office.chart_stores')}
        keyOf={({ store_id }) => store_id}
        to={({ store_id }) => `/office/uses?store_id=${store_id}`}
        columns={[
          {
            head: t('office.store'),
            cell: ({ name_ko, name_en, used_minor }) => (
              <Group component="span" gap="md" wrap="nowrap">
                <span>{pick(name_ko, name_en)}</span>
                <Progress value={(used_minor / most) * 100} w={120} aria-hidden visibleFrom="sm" />
              </Group>
            ),
          },
          { head: t('office.use_count'), isNumber: true, cell: ({ uses }) => uses },
          {
            head: t('office.used'),
            isNumber: true,
            cell: ({ used_minor }) => <Amount of={{ amount_minor: used_minor, currency }} />,
          },
          {
            head: t('office.reversed'),
            isNumber: true,
            cell: ({ reversed_minor }) =>
              reversed_minor === 0 ? '—' : <Amount of={{ amount_minor: reversed_minor, currency }} />,
          },
        ]}
      />
    </Stack>
  );
}
