import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { ChoiceFilter, CsvLink, DayFilter, Filters } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { SavedViews } from '../../kit/staff/saved-views.tsx';
import { ListOf } from '../../kit/staff/table.tsx';
import { api, staffApi } from '../api.ts';
import { readShops, SHOPS } from '../shops/queries.ts';
import { useCodes, useConsoleWords } from '../words.ts';
import { type Gift, useGiftColumns } from './columns.tsx';
import { SearchForm } from './search-form.tsx';

const STATES = [
  ...(['authorising', 'requires_action', 'authorised', 'awaiting_confirmation', 'capturing'] as const),
  ...(['registering', 'scheduled', 'offered', 'correcting', 'accepting', 'accepted', 'issued'] as const),
  ...(['cancelling', 'refunding', 'voiding', 'refunded', 'abandoned', 'declined', 'refund_failed'] as const),
] as const;

/** All gifts, newest first, by state, shop and day, or those that a search finds. */
export function Gifts() {
  const { t, pick } = useConsoleWords();
  const codes = useCodes();
  const { values, set, clear } = useFilters(['query', 'state', 'shop_id', 'from', 'until']);
  const shops = useQuery({ queryKey: SHOPS, queryFn: readShops });
  const { query, state: given, ...others } = values;
  const state = STATES.find((known) => known === given);
  const search = {
    ...others,
    ...(query === undefined ? {} : { query }),
    ...(state === undefined ? {} : { state }),
  };
  const list = useList(
    ['orders', search],
    ({ order_id }: Gift) => order_id,
    async ({ cursor, limit }) => {
      const page = { ...search, limit, ...(cursor === undefined ? {} : { before: cursor }) };
      return (await answered(api.GET('/v1/staff/orders', { params: { query: page } }))).orders;
    },
  );
  const columns = useGiftColumns();
  return (
    <StaffPage
      title={t(query === undefined ? 'console.gifts' : 'find.title')}
      action={
        <Group gap="xs">
          <SavedViews staffApi={staffApi} list="orders" />
          <CsvLink path="/v1/staff/exports/orders.csv" filters={search} />
        </Group>
      }
    >
      <SearchForm key={query} {...(query === undefined ? {} : { query })} />
      <Filters onClear={Object.keys(values).length === 0 ? undefined : clear}>
        <ChoiceFilter
          label={t('gift.state')}
          value={state}
          choices={STATES.map((value) => ({ value, label: codes('state', value) ?? value }))}
          onChoose={(chosen) => set({ state: chosen })}
        />
        <ChoiceFilter
          label={t('gift.shop')}
          value={values.shop_id}
          w={220}
          choices={(shops.data?.shops ?? []).map(({ shop_id, name_ko, name_en }) => ({
            value: shop_id,
            label: pick(name_ko, name_en),
          }))}
          onChoose={(shop_id) => set({ shop_id })}
        />
        <DayFilter from={values.from} until={values.until} onChoose={set} />
      </Filters>
      <ListOf
        of={list}
        label={t('console.gifts')}
        columns={columns}
        keyOf={({ order_id }) => order_id}
        to={({ order_id }) => `/console/gifts/${order_id}`}
        {...(query === undefined
          ? {}
          : {
              empty: <NothingHere title={t('find.none', { query })}>{t('find.none_detail')}</NothingHere>,
            })}
      />
    </StaffPage>
  );
}
