import '@mantine/charts/styles.css';
import { AreaChart, BarChart } from '@mantine/charts';
import { useMediaQuery } from '@mantine/hooks';
import { useStaffWords } from '../words.ts';

/** One figure of each day, with its name in the reader's language. */
export type Series = { name: string; label: string; color: string };
/** Amounts in minor units by figure, beside their day. */
export type DayRow = { day: string; [figure: string]: string | number };

type ChartProps = { rows: DayRow[]; series: Series[]; currency: string; height: number };

const AXIS_WIDTH = 96;

/** Figures of each day side by side. */
export function DayBars({ rows, series, currency, height }: ChartProps) {
  const look = useLook(currency);
  return (
    <BarChart {...look} h={height} data={rows} dataKey="day" withLegend maxBarWidth={18} series={series} />
  );
}

/** How figures went from day to day. */
export function DayArea({ rows, series, currency, height }: ChartProps) {
  const look = useLook(currency);
  return (
    <AreaChart
      {...look}
      h={height}
      data={rows}
      dataKey="day"
      withDots={false}
      curveType="linear"
      series={series}
    />
  );
}

/** Amounts and days in the reader's language; on a phone, amounts are only in the tooltip. */
function useLook(currency: string) {
  const { money, locale } = useStaffWords();
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
