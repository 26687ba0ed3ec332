import { Button, Center, Stack, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { PageTitle } from '../parts.tsx';
import { RecentGroups } from '../several/group-rows.tsx';
import { useWords } from '../words.ts';
import { GiftRow } from './gift-row.tsx';
import { GiftTabs } from './tabs.tsx';

const PAGE = 20;

/** All gifts that the member has sent, newest first. */
export function GiftList() {
  const { t } = useWords();
  const gifts = useInfiniteQuery({
    queryKey: ['orders', 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/v1/orders', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ orders }) => (orders.length < PAGE ? undefined : orders.at(-1)?.order_id),
  });
  return (
    <Stack py="md">
      <PageTitle>{t('gifts.title')}</PageTitle>
      <GiftTabs here="/gifts" />
      <RecentGroups limit={PAGE} height={420}>
        {(hasGroups) => (
          <Answer of={gifts} height={420}>
            {({ pages }) => {
              const orders = pages.flatMap((page) => page.orders);
              return orders.length === 0 ? (
                !hasGroups && <NoGifts />
              ) : (
                <Stack>
                  {orders.map((order) => (
                    <GiftRow key={order.order_id} order={order} />
                  ))}
                  {gifts.hasNextPage && (
                    <Button
                      variant="default"
                      loading={gifts.isFetchingNextPage}
                      onClick={() => gifts.fetchNextPage()}
                    >
                      {t('common.more')}
                    </Button>
                  )}
                </Stack>
              );
            }}
          </Answer>
        )}
      </RecentGroups>
    </Stack>
  );
}

function NoGifts() {
  const { t } = useWords();
  return (
    <Center py={60}>
      <Stack align="center" gap="xs">
        <IconGift size={56} stroke={1.2} color="var(--mantine-primary-color-filled)" aria-hidden />
        <Text fw={700} fz="lg">
          {t('gifts.none')}
        </Text>
        <Text c="dimmed">{t('gifts.none_what')}</Text>
        <Button component={Link} to="/give" size="md" mt="md">
          {t('door.give')}
        </Button>
      </Stack>
    </Center>
  );
}
