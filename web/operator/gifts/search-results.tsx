import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';
import { useGiftColumns } from './columns.tsx';
import { SearchForm } from './search-form.tsx';

/** The server returns at most this many. */
const SHOWN_MAX = 50;

const search = (query: string) => answered(api.GET('/v1/staff/orders', { params: { query: { query } } }));

/** The gifts that match a search. */
export function SearchResults() {
  const { t } = useConsoleWords();
  const [address] = useSearchParams();
  const query = address.get('query') ?? '';
  const found = useQuery({
    queryKey: ['orders', query],
    queryFn: () => search(query),
    enabled: query !== '',
  });
  const columns = useGiftColumns();
  return (
    <StaffPage title={t('find.title')}>
      <SearchForm key={query} query={query} />
      {query !== '' && (
        <Answer of={found} height={320}>
          {({ orders }) =>
            orders.length === 0 ? (
              <NothingHere title={t('find.none', { query })}>{t('find.none_detail')}</NothingHere>
            ) : (
              <>
                <Rows
                  rows={orders}
                  label={t('find.title')}
                  columns={columns}
                  keyOf={({ order_id }) => order_id}
                  to={({ order_id }) => `/console/gifts/${order_id}`}
                />
                {orders.length >= SHOWN_MAX && (
                  <Text size="sm" c="dimmed">
                    {t('find.newest')}
                  </Text>
                )}
              </>
            )
          }
        </Answer>
      )}
    </StaffPage>
  );
}
