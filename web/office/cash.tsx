import { Group } from '@mantine/core';
import { answered } from '../kit/problem.ts';
import { Amount } from '../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, DayFilter, Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { useStores } from './stores/use-stores.ts';
import { useOfficeWords } from './words.ts';

const FILTERS = ['store_id', 'standing', 'from', 'until'] as const;

/** Cash that clerks took for gifts: who took it, who gave it back, and what is still to be given back. */
export function Cash() {
  const { t, dateTime, pick } = useOfficeWords();
  const { values, set, clear } = useFilters(FILTERS);
  const stores = useStores();
  const list = useList(
    ['cash', values],
    ({ order_id }: { order_id: string }) => order_id,
    async ({ cursor, limit }) => {
      const { standing, ...filters } = values;
      const owed = standing === 'owed' ? { standing: 'owed' as const } : {};
      const query = { ...filters, ...owed, limit, ...(cursor === undefined ? {} : { before: cursor }) };
      const { cash } = await answered(api.GET('/v1/office/cash', { params: { query } }));
      return cash;
    },
  );
  type Row = NonNullable<typeof list.rows>[number];
  return (
    <StaffPage
      title={t('office.cash')}
      action={
        <Group gap="xs">
          <CsvLink path="/v1/office/exports/cash.csv" filters={values} />
        </Group>
      }
    >
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <ChoiceFilter
          label={t('office.store')}
          value={values.store_id}
          w={220}
          choices={(stores.data?.stores ?? []).map(({ store_id, name_ko, name_en }) => ({
            value: store_id,
            label: pick(name_ko, name_en),
          }))}
          onChoose={(store_id) => set({ store_id })}
        />
        <ChoiceFilter
          label={t('office.cash_standing')}
          value={values.standing}
          w={180}
          choices={[{ value: 'owed', label: t('office.cash_is.owed') }]}
          onChoose={(standing) => set({ standing })}
        />
        <DayFilter from={values.from} until={values.until} onChoose={set} />
      </Filters>
      <ListOf<Row>
        of={list}
        label={t('office.cash')}
        keyOf={({ order_id }) => order_id}
        columns={[
          { head: t('office.at'), cell: ({ taken_at }) => dateTime(taken_at) },
          { head: t('office.cash_receipt'), cell: ({ receipt_no }) => receipt_no },
          {
            head: t('office.store'),
            cell: ({ store_name_ko, store_name_en }) => pick(store_name_ko, store_name_en),
          },
          { head: t('office.clerk'), cell: ({ taken_by }) => taken_by ?? '—' },
          { head: t('office.amount'), cell: (row) => <Amount of={row} />, isNumber: true },
          { head: t('office.cash_standing'), cell: ({ standing }) => t(`office.cash_is.${standing}`) },
          {
            head: t('office.cash_returned'),
            cell: ({ returned_at, returned_by }) =>
              returned_at === null ? '—' : `${dateTime(returned_at)} · ${returned_by ?? '—'}`,
          },
        ]}
      />
    </StaffPage>
  );
}
