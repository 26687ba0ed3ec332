import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, Figure } from '../kit/staff/figures.tsx';
import { DayChart } from '../kit/staff/trends/day-chart.tsx';
import { api } from './api.ts';
import { useSettlementWords } from './words.ts';

const REFRESH_MS = 60_000;
const DAYS = 30;

const readTrends = () => answered(api.GET('/v1/staff/trends', { params: { query: { days: DAYS } } }));
type Trend = Awaited<ReturnType<typeof readTrends>>['currencies'][number];

/** Today beside yesterday and a week ago, and the last days as a chart, in each currency in which money moved. */
export function Days() {
  const { t } = useSettlementWords();
  const trends = useQuery({ queryKey: ['trends'], queryFn: readTrends, refetchInterval: REFRESH_MS });
  return (
    <Stack component="section" gap="sm" aria-labelledby="today">
      <Title order={2} size="h4" id="today">
        {t('home.today')}
      </Title>
      <Answer of={trends} height={420}>
        {({ currencies }) =>
          (currencies.length > 0 ? currencies : [{ currency: 'KRW', days: [] }]).map((trend) => (
            <TrendOf key={trend.currency} trend={trend} />
          ))
        }
      </Answer>
    </Stack>
  );
}

function TrendOf({ trend: { currency, days } }: { trend: Trend }) {
  const { t } = useSettlementWords();
  const [today, yesterday, weekAgo] = [days.at(-1), days.at(-2), days.at(-8)];
  const sum = (amount_minor: number | undefined) => ({ amount_minor: amount_minor ?? 0, currency });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing={{ base: 'sm', md: 'md' }}>
        {(['captured', 'refunded', 'paid_out', 'returned'] as const).map((name) => (
          <Figure
            key={name}
            label={t(`home.${name}`)}
            value={<Amount of={sum(today?.[`${name}_minor`])} />}
            hint={t('trends.before', {
              yesterday: sum(yesterday?.[`${name}_minor`]),
              week_ago: sum(weekAgo?.[`${name}_minor`]),
            })}
          />
        ))}
      </SimpleGrid>
      <DayChart
        title={t('home.chart')}
        rows={days}
        currency={currency}
        emptyDetail={t('home.chart_empty')}
        series={[
          { name: 'captured_minor', label: t('home.captured'), color: 'ribbon.6' },
          { name: 'paid_out_minor', label: t('home.paid_out'), color: 'teal.6' },
        ]}
      />
    </>
  );
}
