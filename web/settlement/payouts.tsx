import type { paths } from '../api/settlement.gen.ts';
import { answered } from '../kit/problem.ts';
import { Amount, NothingHere } from '../kit/staff/figures.tsx';
import { Filters } from '../kit/staff/filters.tsx';
import { useFilters, useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { OneDay, Party } from './parts.tsx';
import { useSettlementWords } from './words.ts';

type Payout =
  paths['/v1/staff/payouts']['get']['responses'][200]['content']['application/json']['payouts'][number];

/** What was paid to shops. */
export function Payouts() {
  const { t, dateTime } = useSettlementWords();
  const { values, set, clear } = useFilters(['day']);
  const list = useList(
    ['payouts', values],
    ({ payout_id }: Payout) => payout_id,
    async ({ cursor, limit }) => {
      const query = { limit, ...values, ...(cursor === undefined ? {} : { before: cursor }) };
      const { payouts } = await answered(api.GET('/v1/staff/payouts', { params: { query } }));
      return payouts;
    },
  );
  const sum = (head: string, of: (payout: Payout) => number): Column<Payout> => ({
    head,
    isNumber: true,
    cell: (payout) => <Amount of={{ amount_minor: of(payout), currency: payout.currency }} />,
  });
  const columns: Column<Payout>[] = [
    { head: t('payments.shop'), cell: ({ payee }) => <Party of={payee} /> },
    { head: t('payouts.at'), cell: ({ paid_at }) => dateTime(paid_at) },
    sum(t('payouts.gross'), ({ gross_minor }) => gross_minor),
    sum(t('payouts.commission'), ({ commission_minor }) => commission_minor),
    sum(t('payouts.net'), ({ net_minor }) => net_minor),
  ];
  return (
    <StaffPage title={t('settlement.payouts')} intro={t('payouts.intro')}>
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <OneDay value={values.day} onChoose={(day) => set({ day })} />
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
