import { Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Order } from '../api.ts';
import { useShopName } from '../give/shops.ts';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { can, StateBadge } from './state.tsx';

/** One gift of a list. */
export function GiftRow({ order }: { order: Order }) {
  const { t, money, date } = useWords();
  const shopName = useShopName();
  const { order_id, recipient, created_at } = order;
  return (
    <Paper
      component={Link}
      to={can(order, 'continue') ? `/give/${order_id}` : `/gifts/${order_id}`}
      withBorder
      radius="lg"
      p="md"
      className="choice"
      c="var(--mantine-color-text)"
      td="none"
    >
      <Group wrap="nowrap" gap="md">
        <img
          src={cardPicture(order.card_design)}
          alt=""
          width={80}
          height={45}
          style={{ borderRadius: 8, objectFit: 'cover', flexShrink: 0 }}
        />
        <Stack gap={2} miw={0} flex={1}>
          <Group justify="space-between" gap="xs">
            <Text fw={700}>
              {recipient === undefined
                ? t('gifts.no_recipient')
                : t('gifts.to', { name: recipient.masked_name })}
            </Text>
            <StateBadge state={order.gift_state} />
          </Group>
          <Text fz="sm">
            {shopName(order.shop_id)} · {money(order)}
          </Text>
          <Text fz="sm" c="dimmed">
            {date(created_at)}
          </Text>
        </Stack>
      </Group>
    </Paper>
  );
}
