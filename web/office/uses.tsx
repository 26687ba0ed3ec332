import { Group } from '@mantine/core';
import { answered } from '../kit/problem.ts';
import { Amount } from '../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, DayFilter, Filters, TextFilter } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { SavedViews } from '../kit/staff/saved-views.tsx';
import { ListOf } from '../kit/staff/table.tsx';
import { api, staffApi } from './api.ts';
import { useStores } from './stores/use-stores.ts';
import { useOfficeWords } from './words.ts';

const FILTERS = ['store_id', 'last4', 'from', 'until'] as const;

export function Uses() {
  const { t, dateTime, pick } = useOfficeWords();
  const { values, set, clear } = useFilters(FILTERS);
  const stores = useStores();
  const list = useList(
    ['uses', values],
    ({ redemption_id }: { redemption_id: string }) => redemption_id,
    async ({ cursor, limit }) => {
      const query = { ...values, limit, ...(cursor === undefined ? {} : { before: cursor }) };
      const { redemptions } = await answered(api.GET('/v1/office/redemptions', { params: { query } }));
      return redemptions;
    },
  );
  type Row = NonNullable<typeof list.rows>[number];
  return (
    <StaffPage
      title={t('office.uses')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="redemptions" />
          <CsvLink path="/v1/office/exports/redemptions.csv" filters={values} />
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
        <TextFilter
          label={t('office.last4')}
          value={values.last4}
          inputMode="numeric"
          maxLength={4}
          onType={(last4) => set({ last4 })}
        />
        <DayFilter from={values.from} until={values.until} onChoose={set} />
      </Filters>
      <ListOf<Row>
        of={list}
        label={t('office.uses')}
        keyOf={({ redemption_id }) => redemption_id}
        to={({ certificate_id }) => `/office/certificates/${certificate_id}`}
        columns={[
          { head: t('office.at'), cell: ({ at }) => dateTime(at) },
          { head: t('office.certificate'), cell: ({ last4 }) => `•••• ${last4}` },
          {
            head: t('office.store'),
            cell: ({ store_name_ko, store_name_en }) => pick(store_name_ko, store_name_en),
          },
          { head: t('office.clerk'), cell: ({ clerk_name }) => clerk_name ?? '—' },
          { head: t('office.sale'), cell: ({ sale_reference }) => sale_reference },
          { head: t('office.amount'), cell: (row) => <Amount of={row} />, isNumber: true },
          {
            head: t('office.reversed'),
            cell: ({ reversed_minor, currency }) =>
              reversed_minor === 0 ? '—' : <Amount of={{ amount_minor: reversed_minor, currency }} />,
            isNumber: true,
          },
        ]}
      />
    </StaffPage>
  );
}
