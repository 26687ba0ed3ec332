import { Stack, Text } from '@mantine/core';
import type { paths } from '../api/settlement.gen.ts';
import { answered } from '../kit/problem.ts';
import { Amount, NothingHere } from '../kit/staff/figures.tsx';
import { ChoiceFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { StateBadge } from './parts.tsx';
import { useCodes, useReason, useSettlementWords } from './words.ts';

export type Dispute =
  paths['/v1/staff/disputes']['get']['responses'][200]['content']['application/json']['disputes'][number];

const STATES = ['open', 'won', 'lost'] as const;
const COLORS = { open: 'red', won: 'teal', lost: 'gray' } as const;

/** Disputes, the deadline of each, and what to do now. */
export function Disputes() {
  const { t } = useSettlementWords();
  const codes = useCodes();
  const columns = useDisputeColumns();
  const { values, set } = useFilters(['state']);
  const state = STATES.find((known) => known === values.state);
  const list = useList(
    ['disputes', state],
    ({ dispute_id }: Dispute) => dispute_id,
    async ({ cursor, limit }) => {
      const query = {
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
        ...(state === undefined ? {} : { state }),
      };
      const { disputes } = await answered(api.GET('/v1/staff/disputes', { params: { query } }));
      return disputes;
    },
  );
  return (
    <StaffPage title={t('settlement.disputes')} intro={t('disputes.intro')}>
      <Filters>
        <ChoiceFilter
          label={t('payments.state')}
          value={state}
          choices={STATES.map((value) => ({ value, label: codes('dispute', value) }))}
          onChoose={(chosen) => set({ state: chosen })}
        />
      </Filters>
      <ListOf
        of={list}
        label={t('settlement.disputes')}
        columns={columns}
        keyOf={({ dispute_id }) => dispute_id}
        to={({ payment_id }) => `/console/payments/${payment_id}`}
        empty={<NothingHere title={t('disputes.none')}>{t('disputes.none_detail')}</NothingHere>}
      />
    </StaffPage>
  );
}

export function useDisputeColumns(): Column<Dispute>[] {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  const reasonOf = useReason();
  return [
    {
      head: t('disputes.dispute'),
      cell: (dispute) => (
        <Stack gap={0} component="span">
          <Amount of={dispute} />
          <Text span size="xs" c="dimmed">
            {reasonOf(dispute.reason)}
          </Text>
        </Stack>
      ),
    },
    {
      head: t('payments.state'),
      cell: ({ state }) => <StateBadge color={COLORS[state]}>{codes('dispute', state)}</StateBadge>,
    },
    {
      head: t('disputes.respond_by'),
      cell: ({ state, respond_by }) => (state === 'open' && respond_by !== null ? dateTime(respond_by) : '—'),
    },
    { head: t('disputes.now'), cell: (dispute) => <WhatNow of={dispute} /> },
    {
      head: t('payments.reference'),
      cell: ({ acquirer, acquirer_reference }) => `${acquirer} ${acquirer_reference}`,
    },
    { head: t('disputes.opened_at'), cell: ({ created_at }) => dateTime(created_at) },
  ];
}

function WhatNow({ of }: { of: Dispute }) {
  const { t } = useSettlementWords();
  const { state, acquirer: provider, respond_by, amount_minor, covered_minor, currency } = of;
  const amount = { amount_minor, currency };
  if (state === 'open') {
    const isLate = respond_by !== null && new Date(respond_by) < new Date();
    return t(isLate ? 'disputes.now_open_late' : 'disputes.now_open', { provider });
  }
  if (state === 'won') return t('disputes.now_won');
  if (covered_minor === 0) return t('disputes.now_lost', { amount });
  if (covered_minor === amount_minor) return t('disputes.now_lost_covered');
  return t('disputes.now_lost_part', { amount, covered: { amount_minor: covered_minor, currency } });
}
