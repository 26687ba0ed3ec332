import { Button, Center, Stack, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';
import { ReceivedRow } from './received-row.tsx';
import { GiftTabs } from './tabs.tsx';

const PAGE = 20;

/** The gifts that were sent to the member's numbers and mail address, newest first. */
export function ReceivedList() {
  const { t, locale } = useWords();
  const gifts = useInfiniteQuery({
    queryKey: ['received', locale],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/v1/members/me/received', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ gifts: listed }) => (listed.length < PAGE ? undefined : listed.at(-1)?.order_id),
  });
  return (
    <Stack py="md">
      <PageTitle>{t('gifts.title')}</PageTitle>
      <GiftTabs here="/gifts/received" />
      <Answer of={gifts} height={420}>
        {({ pages }) => {
          const listed = pages.flatMap((page) => page.gifts);
          return listed.length === 0 ? (
            <NothingReceived />
          ) : (
            <Stack>
              {listed.map((gift) => (
                <ReceivedRow key={gift.order_id} gift={gift} />
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
    </Stack>
  );
}

function NothingReceived() {
  const { t } = useWords();
  return (
    <Center py={60}>
      <Stack align="center" gap="xs" ta="center">
        <IconGift size={56} stroke={1.2} color="var(--mantine-primary-color-filled)" aria-hidden />
        <Text fw={700} fz="lg">
          {t('received.none')}
        </Text>
        <Text c="dimmed">{t('received.none_what')}</Text>
      </Stack>
    </Center>
  );
}
