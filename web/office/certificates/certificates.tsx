import { Group } from '@mantine/core';
import { useState } from 'react';
import { answered } from '../../kit/problem.ts';
import { Amount } from '../../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, DayFilter, Filters, TextFilter } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { SavedViews } from '../../kit/staff/saved-views.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { ListOf } from '../../kit/staff/table.tsx';
import { api, staffApi } from '../api.ts';
import { type CertificateState, StateBadge } from '../parts.tsx';
import { useStores } from '../stores/use-stores.ts';
import { useOfficeWords } from '../words.ts';

const STATES: readonly CertificateState[] = ['registered', 'active', 'frozen', 'cancelled', 'expired'];
const FILTERS = ['state', 'store_id', 'last4', 'from', 'until'] as const;

export function Certificates() {
  const { t, date, pick } = useOfficeWords();
  const { may } = useStaff();
  const { values, set, clear } = useFilters(FILTERS);
  // Not in the URL: a phone number does not belong in the browser's history.
  const [phone, setPhone] = useState<string>();
  const stores = useStores();
  const { state, ...others } = values;
  const known = STATES.find((one) => one === state);
  const search = {
    ...others,
    ...(known === undefined ? {} : { state: known }),
    ...(phone === undefined ? {} : { phone }),
  };
  const list = useList(
    ['certificates', search],
    ({ certificate_id }: { certificate_id: string }) => certificate_id,
    async ({ cursor, limit }) => {
      const query = { ...search, limit, ...(cursor === undefined ? {} : { before: cursor }) };
      const { certificates } = await answered(api.GET('/v1/office/certificates', { params: { query } }));
      return certificates;
    },
  );
  type Row = NonNullable<typeof list.rows>[number];
  return (
    <StaffPage
      title={t('office.certificates')}
      intro={t('office.certificates_intro')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="certificates" />
          <CsvLink path="/v1/office/exports/certificates.csv" filters={search} />
        </Group>
      }
    >
      <Filters
        onClear={
          Object.keys(search).length === 0
            ? undefined
            : () => {
                clear();
                setPhone(undefined);
              }
        }
      >
        <ChoiceFilter
          label={t('office.state')}
          value={known}
          choices={STATES.map((value) => ({ value, label: t(`office.state.${value}`) }))}
          onChoose={(chosen) => set({ state: chosen })}
        />
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
        {may('owner', 'clerk') && (
          <TextFilter
            label={t('office.phone')}
            value={phone}
            inputMode="tel"
            maxLength={40}
            onType={setPhone}
          />
        )}
        <DayFilter from={values.from} until={values.until} onChoose={set} />
      </Filters>
      <ListOf<Row>
        of={list}
        label={t('office.certificates')}
        keyOf={({ certificate_id }) => certificate_id}
        to={({ certificate_id }) => `/office/certificates/${certificate_id}`}
        columns={[
          {
            head: t('office.certificate'),
            cell: ({ last4 }) => (last4 === null ? t('office.no_number') : `•••• ${last4}`),
          },
          { head: t('office.state'), cell: (row) => <StateBadge certificate={row} /> },
          { head: t('office.recipient'), cell: ({ recipient_name }) => recipient_name },
          { head: t('office.phone'), cell: (row) => row.phone ?? '—' },
          { head: t('office.amount'), cell: (row) => <Amount of={row} />, isNumber: true },
          {
            head: t('office.balance'),
            cell: ({ balance_minor, currency }) => <Amount of={{ amount_minor: balance_minor, currency }} />,
            isNumber: true,
          },
          { head: t('office.registered_at'), cell: ({ registered_at }) => date(registered_at) },
        ]}
      />
    </StaffPage>
  );
}
