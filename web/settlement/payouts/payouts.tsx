import { Group, Stack, Text } from '@mantine/core';
import { answered } from '../../kit/problem.ts';
import { Amount, NothingHere } from '../../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, Filters } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { SavedViews } from '../../kit/staff/saved-views.tsx';
import { type Column, ListOf } from '../../kit/staff/table.tsx';
import { api, staffApi } from '../api.ts';
import { OneDay, Party, StateBadge } from '../parts.tsx';
import { useCodes, useSettlementWords } from '../words.ts';
import { Decide, type Payout } from './decide.tsx';

const STATES = ['planned', 'sent', 'paid', 'returned'] as const;
const WAITS = ['approval', 'account'] as const;
/** A job sends what is approved, and banks are asked what became of it. */
const LOOK_MS = 10_000;
const COLORS = { planned: 'orange', sent: 'blue', paid: 'teal', returned: 'red' } as const;

/** Payouts to shops: how each stands, what it waits for, and what two people decide about a large one. */
export function Payouts() {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  const { values, set, clear } = useFilters(['day', 'state', 'waits_for']);
  const state = STATES.find((known) => known === values.state);
  const waitsFor = WAITS.find((known) => known === values.waits_for);
  const { day } = values;
  const search = {
    ...(day === undefined ? {} : { day }),
    ...(state === undefined ? {} : { state }),
    ...(waitsFor === undefined ? {} : { waits_for: waitsFor }),
  };
  const list = useList(
    ['payouts', search],
    ({ payout_id }: Payout) => payout_id,
    async ({ cursor, limit }) => {
      const query = {
        ...search,
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
      };
      const { payouts } = await answered(api.GET('/v1/staff/payouts', { params: { query } }));
      return payouts;
    },
    { every_ms: LOOK_MS },
  );
  const sum = (head: string, of: (payout: Payout) => number): Column<Payout> => ({
    head,
    isNumber: true,
    cell: (payout) => <Amount of={{ amount_minor: of(payout), currency: payout.currency }} />,
  });
  const columns: Column<Payout>[] = [
    { head: t('payments.shop'), cell: ({ payee }) => <Party of={payee} /> },
    { head: t('payouts.at'), cell: ({ requested_at }) => dateTime(requested_at) },
    { head: t('payments.state'), cell: (payout) => <Standing of={payout} /> },
    sum(t('payouts.gross'), ({ gross_minor }) => gross_minor),
    sum(t('payouts.commission'), ({ commission_minor }) => commission_minor),
    sum(t('payouts.net'), ({ net_minor }) => net_minor),
    {
      head: t('payouts.account'),
      cell: ({ bank, account_last4: last4 }) =>
        bank === null || last4 === null ? '—' : t('payouts.account_ending', { bank, last4 }),
    },
    { head: t('payouts.do'), cell: (payout) => <Decide payout={payout} /> },
  ];
  return (
    <StaffPage
      title={t('settlement.payouts')}
      intro={t('payouts.intro')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="payouts" />
          <CsvLink path="/v1/staff/exports/payouts.csv" filters={search} />
        </Group>
      }
    >
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <OneDay value={day} onChoose={(chosen) => set({ day: chosen })} />
        <ChoiceFilter
          label={t('payments.state')}
          value={state}
          choices={STATES.map((value) => ({ value, label: codes('payout_state', value) }))}
          onChoose={(chosen) => set({ state: chosen })}
        />
        <ChoiceFilter
          label={t('payouts.waiting_for')}
          value={waitsFor}
          choices={WAITS.map((value) => ({ value, label: t(`payouts.waiting.${value}`) }))}
          onChoose={(chosen) => set({ waits_for: chosen })}
        />
      </Filters>
      <ListOf
        of={list}
        label={t('settlement.payouts')}
        columns={columns}
        keyOf={({ payout_id }) => payout_id}
        to={({ payee }) => `/console/trust/${encodeURIComponent(payee)}`}
        empty={<NothingHere title={t('payouts.none')}>{t('payouts.none_detail')}</NothingHere>}
      />
    </StaffPage>
  );
}

/** How a payout stands, and why it is not sent or paid. */
function Standing({ of }: { of: Payout }) {
  const { t } = useSettlementWords();
  const codes = useCodes();
  const { status, waits_for, approvals_needed: needed, approved_by, return_reason } = of;
  const why =
    status === 'returned'
      ? return_reason && t('payouts.returned_because', { reason: return_reason })
      : waits_for && t(`payouts.waits.${waits_for}`, { given: approved_by.length, needed });
  return (
    <Stack gap={2} align="flex-start" component="span">
      <StateBadge color={COLORS[status]}>{codes('payout_state', status)}</StateBadge>
      {why && (
        <Text span size="xs" c="dimmed">
          {why}
        </Text>
      )}
      {approved_by.length > 0 && (
        <Text span size="xs" c="dimmed">
          {t('payouts.approved_by', { names: approved_by.join(', ') })}
        </Text>
      )}
    </Stack>
  );
}
