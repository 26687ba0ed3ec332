import { useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { NothingHere } from '../kit/staff/figures.tsx';
import { StaffPage } from '../kit/staff/page.tsx';
import { useStaff } from '../kit/staff/session.tsx';
import { type Column, Rows } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { GiftName } from './gifts/columns.tsx';
import { Retry, type StuckGift, useStuckReason } from './gifts/stuck-reason.tsx';
import { StateBadge } from './parts.tsx';
import { useConsoleWords } from './words.ts';

const AT_MOST = 200;

const readStuck = () =>
  answered(api.GET('/v1/staff/stuck-orders', { params: { query: { limit: AT_MOST } } }));

/** Orders that make no progress, the reason, and a retry button. */
export function StuckOrders() {
  const { t, dateTime, money } = useConsoleWords();
  const { may } = useStaff();
  const reason = useStuckReason();
  const stuck = useQuery({ queryKey: ['stuck'], queryFn: readStuck });
  const columns: Column<StuckGift>[] = [
    { head: t('gift.column'), cell: (gift) => <GiftName of={gift} /> },
    { head: t('gift.state'), cell: ({ state }) => <StateBadge state={state} /> },
    { head: t('stuck.why'), cell: (gift) => reason(gift.stuck, gift) },
    { head: t('stuck.since'), cell: (gift) => dateTime(gift.stuck.since) },
  ];
  const retry: Column<StuckGift> = {
    head: t('stuck.retry'),
    isNumber: true,
    cell: (gift) => <Retry orderId={gift.order_id} what={`${gift.buyer} ${money(gift)}`} />,
  };
  return (
    <StaffPage title={t('console.stuck')} intro={t('stuck.intro')}>
      <Answer of={stuck} height={320}>
        {({ orders }) =>
          orders.length === 0 ? (
            <NothingHere title={t('stuck.none')}>{t('stuck.none_detail')}</NothingHere>
          ) : (
            <Rows
              rows={orders}
              label={t('console.stuck')}
              columns={may('operator') ? [...columns, retry] : columns}
              keyOf={({ order_id }) => order_id}
              to={({ order_id }) => `/console/gifts/${order_id}`}
            />
          )
        }
      </Answer>
    </StaffPage>
  );
}
