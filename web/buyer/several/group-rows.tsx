import { Paper, Group as Row, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type GroupSummary } from '../api.ts';
import { useShopName } from '../give/shops.ts';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';

export function useGroupTitle(): (people: number) => string {
  const { t } = useWords();
  return (people) => (people === 1 ? t('several.title_one') : t('several.title', { people }));
}

/**
 * The most recent groups that were not abandoned, with `children` below them. The children are shown only once the groups
 * are loaded, so that they are not pushed down.
 */
export function RecentGroups({
  limit,
  height,
  children,
}: {
  limit: number;
  height: number;
  children: (hasGroups: boolean) => ReactNode;
}) {
  const { t } = useWords();
  const groups = useQuery({
    queryKey: ['order-groups', limit],
    queryFn: () => answered(api.GET('/v1/order-groups', { params: { query: { limit } } })),
  });
  return (
    <Answer of={groups} height={height}>
      {({ order_groups }) => {
        const found = order_groups.filter(({ state }) => !ENDED.has(state));
        return (
          <>
            {found.length > 0 && (
              <Stack component="section">
                <Title order={2} fz={20}>
                  {t('several.groups')}
                </Title>
                {found.map((group) => (
                  <GroupRow key={group.group_id} group={group} />
                ))}
              </Stack>
            )}
            {children(found.length > 0)}
          </>
        );
      }}
    </Answer>
  );
}

/** Groups in these states never became gifts. */
const ENDED: ReadonlySet<GroupSummary['state']> = new Set(['voiding', 'abandoned', 'declined']);

function GroupRow({ group }: { group: GroupSummary }) {
  const { t, money, date } = useWords();
  const shopName = useShopName();
  const titleOf = useGroupTitle();
  const { group_id, stages, gifts, confirmed_minor, amount_minor, currency } = group;
  const isPaid = group.state === 'captured' || group.state === 'capturing';
  return (
    <Paper
      component={Link}
      to={isPaid ? `/gifts/several/${group_id}` : `/give/several/${group_id}`}
      withBorder
      radius="lg"
      p="md"
      className="choice"
      c="var(--mantine-color-text)"
      td="none"
    >
      <Row wrap="nowrap" gap="md">
        <img
          src={cardPicture(group.card_design)}
          alt=""
          width={80}
          height={45}
          style={{ borderRadius: 8, objectFit: 'cover', flexShrink: 0 }}
        />
        <Stack gap={2} miw={0} flex={1}>
          <Text fw={700}>
            {isPaid ? titleOf(gifts - stages.left_out) : t('several.people', { people: gifts })}
          </Text>
          <Text fz="sm">
            {shopName(group.shop_id)} ·{' '}
            {money({ amount_minor: isPaid ? confirmed_minor : amount_minor, currency })}
          </Text>
          <Text fz="sm" c="dimmed">
            {date(group.created_at)} ·{' '}
            {isPaid
              ? t('several.counts', { accepted: stages.accepted, waiting: stages.waiting + stages.preparing })
              : t('gifts.go_on')}
          </Text>
        </Stack>
      </Row>
    </Paper>
  );
}
