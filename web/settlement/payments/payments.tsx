import { Group } from '@mantine/core';
import type { paths } from '../../api/settlement.gen.ts';
import { answered } from '../../kit/problem.ts';
import { Amount } from '../../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, Filters, TextFilter } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { SavedViews } from '../../kit/staff/saved-views.tsx';
import { type Column, ListOf } from '../../kit/staff/table.tsx';
import { api, staffApi } from '../api.ts';
import { OneDay, Party } from '../parts.tsx';
import { useCodes, useSettlementWords } from '../words.ts';
import { PAYMENT_STATES, PaymentState } from './state.tsx';

type Payment =
  paths['/v1/staff/payments']['get']['responses'][200]['content']['application/json']['payments'][number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** All payments, by order, state and day. */
export function Payments() {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  const { values, set, clear } = useFilters(['order', 'state', 'day']);
  const { order, day } = values;
  const isWhole = order === undefined || UUID.test(order);
  const status = PAYMENT_STATES.find((known) => known === values.state);
  const search = {
    ...(order === undefined || !isWhole ? {} : { order_id: order.toLowerCase() }),
    ...(status === undefined ? {} : { status }),
    ...(day === undefined ? {} : { day }),
  };
  const list = useList(
    ['payments', values],
    ({ payment_id }: Payment) => payment_id,
    async ({ cursor, limit }) => {
      if (!isWhole) return [];
      const query = {
        ...search,
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
      };
      const { payments } = await answered(api.GET('/v1/staff/payments', { params: { query } }));
      return payments;
    },
  );
  const columns: Column<Payment>[] = [
    { head: t('payments.payment'), cell: (payment) => <Amount of={payment} /> },
    { head: t('payments.state'), cell: ({ status: state }) => <PaymentState of={state} /> },
    {
      head: t('payments.captured'),
      isNumber: true,
      cell: ({ captured_minor, currency }) => <Amount of={{ amount_minor: captured_minor, currency }} />,
    },
    {
      head: t('payments.refunded'),
      isNumber: true,
      cell: ({ refunded_minor, currency }) => <Amount of={{ amount_minor: refunded_minor, currency }} />,
    },
    { head: t('payments.shop'), cell: ({ payee }) => <Party of={payee} /> },
    { head: t('payments.provider'), cell: ({ acquirer }) => acquirer },
    { head: t('payments.at'), cell: ({ created_at }) => dateTime(created_at) },
  ];
  return (
    <StaffPage
      title={t('settlement.payments')}
      intro={t('payments.intro')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="payments" />
          <CsvLink path="/v1/staff/exports/payments.csv" filters={search} />
        </Group>
      }
    >
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <TextFilter
          label={t('payments.order')}
          value={order}
          maxLength={36}
          error={isWhole ? undefined : t('payments.order_wrong')}
          onType={(typed) => set({ order: typed })}
        />
        <ChoiceFilter
          label={t('payments.state')}
          value={status}
          choices={PAYMENT_STATES.map((value) => ({ value, label: codes('state', value) }))}
          onChoose={(state) => set({ state })}
        />
        <OneDay value={day} onChoose={(chosen) => set({ day: chosen })} />
      </Filters>
      <ListOf
        of={list}
        label={t('settlement.payments')}
        columns={columns}
        keyOf={({ payment_id }) => payment_id}
        to={({ payment_id }) => `/console/payments/${payment_id}`}
      />
    </StaffPage>
  );
}
