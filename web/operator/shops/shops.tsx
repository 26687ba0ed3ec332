import { Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { Amount } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { type Column, Rows } from '../../kit/staff/table.tsx';
import { useConsoleWords } from '../words.ts';
import { readShops, SHOPS, type Shop } from './queries.ts';

/** The shops whose certificates are sold. */
export function Shops() {
  const { t, pick } = useConsoleWords();
  const { may } = useStaff();
  const shops = useQuery({ queryKey: SHOPS, queryFn: readShops });
  const columns: Column<Shop>[] = [
    { head: t('shops.name'), cell: ({ name_ko, name_en }) => pick(name_ko, name_en) },
    { head: t('shops.party'), cell: ({ party }) => party },
    {
      head: t('shops.sells'),
      cell: ({ active }) => (
        <Badge variant="light" color={active ? 'teal' : 'gray'} component="span" tt="none">
          {t(active ? 'shops.open' : 'shops.closed')}
        </Badge>
      ),
    },
    {
      head: t('shops.amounts'),
      isNumber: true,
      cell: ({ amount_min_minor, amount_max_minor, currency }) => (
        <>
          <Amount of={{ amount_minor: amount_min_minor, currency }} /> –{' '}
          <Amount of={{ amount_minor: amount_max_minor, currency }} />
        </>
      ),
    },
    { head: t('shops.commission'), isNumber: true, cell: ({ commission_bp }) => `${commission_bp / 100}%` },
  ];
  const add = (
    <Button component={Link} to="/console/shops/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('shops.add')}
    </Button>
  );
  return (
    <StaffPage title={t('console.shops')} intro={t('shops.intro')} action={may('operator') && add}>
      <Answer of={shops} height={320}>
        {({ shops: known }) => (
          <Rows
            rows={known}
            label={t('console.shops')}
            columns={columns}
            keyOf={({ shop_id }) => shop_id}
            to={({ shop_id }) => `/console/shops/${shop_id}`}
          />
        )}
      </Answer>
    </StaffPage>
  );
}
