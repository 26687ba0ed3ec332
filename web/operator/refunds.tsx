import { Stack, Text } from '@mantine/core';
import type { paths } from '../api/management.gen.ts';
import { answered } from '../kit/problem.ts';
import { NothingHere } from '../kit/staff/figures.tsx';
import { ChoiceFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { GiftName, RecipientOf } from './gifts/columns.tsx';
import { StateBadge } from './parts.tsx';
import { useCodes, useConsoleWords } from './words.ts';

type Refund =
  paths['/v1/staff/refunds']['get']['responses'][200]['content']['application/json']['refunds'][number];

const PARTS = ['under_way', 'done', 'failed'] as const;

/** Refunds, under way and complete, with their reasons. */
export function Refunds() {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const { values, set } = useFilters(['part']);
  const part = PARTS.find((known) => known === values.part);
  const list = useList(
    ['refunds', part],
    ({ order_id }: Refund) => order_id,
    async ({ cursor, limit }) => {
      const query = {
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
        ...(part === undefined ? {} : { part }),
      };
      const { refunds } = await answered(api.GET('/v1/staff/refunds', { params: { query } }));
      return refunds;
    },
  );
  const columns: Column<Refund>[] = [
    { head: t('gift.column'), cell: (gift) => <GiftName of={gift} /> },
    { head: t('gift.state'), cell: ({ state }) => <StateBadge state={state} /> },
    {
      head: t('refunds.why'),
      cell: ({ end_reason = '', problem }) => (
        <Stack gap={0} component="span">
          <span>{codes('why', end_reason) ?? end_reason}</span>
          {problem !== undefined && (
            <Text span size="xs" c="dimmed" ff="monospace">
              {problem}
            </Text>
          )}
        </Stack>
      ),
    },
    { head: t('gift.buyer'), cell: ({ buyer }) => buyer },
    { head: t('gift.recipient'), cell: (gift) => <RecipientOf gift={gift} /> },
    { head: t('refunds.begun_at'), cell: ({ begun_at }) => dateTime(begun_at) },
    { head: t('refunds.at'), cell: ({ at }) => dateTime(at) },
  ];
  return (
    <StaffPage title={t('console.refunds')} intro={t('refunds.intro')}>
      <Filters>
        <ChoiceFilter
          label={t('refunds.part')}
          value={part}
          choices={PARTS.map((value) => ({ value, label: t(`refunds.${value}`) }))}
          onChoose={(chosen) => set({ part: chosen })}
        />
      </Filters>
      <ListOf
        of={list}
        label={t('console.refunds')}
        columns={columns}
        keyOf={({ order_id }) => order_id}
        to={({ order_id }) => `/console/gifts/${order_id}`}
        empty={<NothingHere title={t('refunds.none')}>{t('refunds.none_detail')}</NothingHere>}
      />
    </StaffPage>
  );
}
