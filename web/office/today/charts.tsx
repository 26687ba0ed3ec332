import '@mantine/charts/styles.css';
import { AreaChart, BarChart } from '@mantine/charts';
import { useMediaQuery } from '@mantine/hooks';
import { useOfficeWords } from '../words.ts';
import type { Trend } from './trends.ts';

type ChartProps = { trend: Trend; height: number };

const AXIS_WIDTH = 96;

/** Issued and used per day. */
export function MovedChart({ trend: { days, currency }, height }: ChartProps) {
  const { t } = useOfficeWords();
  const look = useLook(currency);
  const data = days.map(({ day, issued_minor, used_minor }) => ({ day, issued_minor, used_minor }));
  return (
    <BarChart
      {...look}
      h={height}
      data={data}
      dataKey="day"
      withLegend
      maxBarWidth={18}
      series={[
        { name: 'issued_minor', label: t('office.issued'), color: 'ribbon.6' },
        { name: 'used_minor', label: t('office.used'), color: 'teal.6' },
      ]}
    />
  );
}

/** Outstanding at the end of each day. */
export function OutstandingChart({ trend: { days, currency }, height }: ChartProps) {
  const { t } = useOfficeWords();
  const look = useLook(currency);
  const data = days.map(({ day, outstanding_minor }) => ({ day, outstanding_minor }));
  return (
    <AreaChart
      {...look}
      h={height}
      data={data}
      dataKey="day"
      withDots={false}
      curveType="linear"
      series={[{ name: 'outstanding_minor', label: t('office.outstanding'), color: 'ribbon.6' }]}
    />
  );
}

/** Amounts and days in the reader's language; on a phone, amounts are only in the tooltip. */
function useLook(currency: string) {
  const { money, locale } = useOfficeWords();
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const days = new Intl.DateTimeFormat(locale === 'ko' ? 'ko' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    month: locale === 'ko' ? 'numeric' : 'short',
    day: 'numeric',
  });
  return {
    withYAxis: isWide,
    tickLine: 'none' as const,
    valueFormatter: (amount_minor: number) => money({ amount_minor: Math.round(amount_minor), currency }),
    yAxisProps: { width: AXIS_WIDTH },
    xAxisProps: {
      tickFormatter: (day: string) => days.format(new Date(`${day}T12:00:00+09:00`)),
      minTickGap: 32,
    },
    tooltipAnimationDuration: 0,
  };
}
