import { answered } from '../../kit/problem.ts';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { ChoiceFilter, Filters } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { ListOf } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useCodes, useSettlementWords } from '../words.ts';
import { DIFFERENCES, type Difference, useDifferenceColumns } from './columns.tsx';
import { Runs } from './runs.tsx';

const STATES = ['open', 'waiting', 'closed'] as const;
const KINDS = [
  ...([
    'missing_at_acquirer',
    'unknown_to_us',
    'amount_differs',
    'currency_differs',
    'state_differs',
  ] as const),
  ...(['charged_twice', 'refunded_twice', 'payout_differs', 'movement_changed'] as const),
];

/** Where payment providers' lists and our books differ, what to do now, and when they were compared. */
export function Differences() {
  const { t } = useSettlementWords();
  const codes = useCodes();
  const columns = useDifferenceColumns();
  const { values, set } = useFilters(['state', 'kind']);
  const state = STATES.find((known) => known === values.state);
  const kind = KINDS.find((known) => known === values.kind);
  const list = useList(
    [...DIFFERENCES, state, kind],
    ({ difference_id }: Difference) => difference_id,
    async ({ cursor, limit }) => {
      const query = {
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
        ...(state === undefined ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
      };
      const { differences } = await answered(api.GET('/v1/staff/differences', { params: { query } }));
      return differences;
    },
  );
  return (
    <StaffPage title={t('settlement.differences')} intro={t('differences.intro')}>
      <Filters>
        <ChoiceFilter
          label={t('payments.state')}
          value={state}
          choices={STATES.map((value) => ({ value, label: codes('difference_state', value) }))}
          onChoose={(chosen) => set({ state: chosen })}
        />
        <ChoiceFilter
          label={t('differences.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: codes('difference', value) }))}
          onChoose={(chosen) => set({ kind: chosen })}
        />
      </Filters>
      <ListOf
        of={list}
        label={t('settlement.differences')}
        columns={columns}
        keyOf={({ difference_id }) => difference_id}
        empty={<NothingHere title={t('differences.none')}>{t('differences.none_detail')}</NothingHere>}
      />
      {/* Nothing that is read already moves when the list comes. */}
      {!list.query.isPending && <Runs />}
    </StaffPage>
  );
}
