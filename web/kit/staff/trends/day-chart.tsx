import { Box, Skeleton, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Amount, NothingHere } from '../figures.tsx';
import { Rows } from '../table.tsx';
import { useStaffWords } from '../words.ts';
import type { Series } from './charts.tsx';

const DayBars = lazy(() => import('./charts.tsx').then(({ DayBars }) => ({ default: DayBars })));
const DayArea = lazy(() => import('./charts.tsx').then(({ DayArea }) => ({ default: DayArea })));

const CHART_HEIGHT = 260;

/** A chart of amounts by Korean day, with the same numbers in a table for screen readers; in words while there are none. */
export function DayChart<Name extends string>({
  title,
  rows,
  series,
  currency,
  shape = 'bars',
  emptyDetail,
}: {
  title: string;
  /** The oldest day first; amounts in minor units. */
  rows: readonly ({ day: string } & Record<Name, number>)[];
  series: readonly (Series & { name: Name })[];
  currency: string;
  shape?: 'bars' | 'area';
  /** What will make something appear here. */
  emptyDetail: string;
}) {
  const { t, date } = useStaffWords();
  const [from, until] = [rows[0], rows.at(-1)].map((row) => noonOf(row?.day ?? ''));
  const isEmpty = rows.every((row) => series.every(({ name }) => row[name] === 0));
  const Chart = shape === 'bars' ? DayBars : DayArea;
  const shown = rows.map((row) => ({
    day: row.day,
    ...Object.fromEntries(series.map(({ name }) => [name, row[name]])),
  }));
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        {title}
      </Title>
      {isEmpty ? (
        <NothingHere title={t('trends.empty')}>{emptyDetail}</NothingHere>
      ) : (
        <Box
          role="img"
          aria-label={t('trends.says', { what: title, from: from ?? '', until: until ?? '' })}
          mih={CHART_HEIGHT}
        >
          <Suspense fallback={<Skeleton height={CHART_HEIGHT} />}>
            <Chart rows={shown} series={[...series]} currency={currency} height={CHART_HEIGHT} />
          </Suspense>
        </Box>
      )}
      <details>
        <Text component="summary" size="sm" c="dimmed">
          {t('trends.as_table')}
        </Text>
        <Rows<{ day: string } & Record<Name, number>>
          rows={rows.toReversed()}
          label={title}
          keyOf={({ day }) => day}
          columns={[
            { head: t('trends.day'), cell: ({ day }) => date(noonOf(day)) },
            ...series.map(({ name, label }) => ({
              head: label,
              isNumber: true,
              cell: (row: Record<Name, number>) => <Amount of={{ amount_minor: row[name], currency }} />,
            })),
          ]}
        />
      </details>
    </Stack>
  );
}

/** Noon of a Korean day, to be formatted as a date. */
function noonOf(day: string): string {
  return `${day}T12:00:00+09:00`;
}
