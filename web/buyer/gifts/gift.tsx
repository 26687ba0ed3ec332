import { Alert, Box, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Order } from '../api.ts';
import { useDeclineText } from '../give/outcomes.tsx';
import { useShopName } from '../give/shops.ts';
import { BackLink, PageTitle } from '../parts.tsx';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { GiftActions } from './actions.tsx';
import { StateBadge } from './state.tsx';
import { GiftTimeline } from './timeline.tsx';

/** One gift: its state, what can be done, what happened. */
export function GiftPage() {
  const { order_id = '' } = useParams();
  const order = useQuery({
    queryKey: ['order', order_id],
    queryFn: () => answered(api.GET('/v1/orders/{order_id}', { params: { path: { order_id } } })),
  });
  return (
    <Answer of={order} height={600}>
      {(known) => <Gift order={known} />}
    </Answer>
  );
}

function Gift({ order }: { order: Order }) {
  const { t } = useWords();
  const shopName = useShopName();
  const declineText = useDeclineText();
  return (
    <Stack gap="xl" py="md" maw={560} mx="auto">
      <Box>
        <PageTitle
          above={
            order.group_id === undefined ? (
              <BackLink to="/gifts">{t('gifts.title')}</BackLink>
            ) : (
              <BackLink to={`/gifts/several/${order.group_id}`}>{t('several.back')}</BackLink>
            )
          }
          what={<StateBadge state={order.gift_state} />}
        >
          {t('gifts.heading', { shop: shopName(order.shop_id), amount: order })}
        </PageTitle>
        <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
          <img className="art" src={cardPicture(order.card_design)} alt="" />
          <Facts order={order} />
        </Paper>
      </Box>
      {order.gift_state === 'declined' && order.group_id === undefined && (
        <Alert color="red">{declineText(order.decline_reason)}</Alert>
      )}
      {order.gift_state === 'refund_delayed' && <Alert color="red">{t('gifts.refund_failed_what')}</Alert>}
      {isCashWaiting(order) && (
        <Alert color="orange">
          {t('gifts.cash_waits', { amount: order, receipt_no: order.cash?.receipt_no ?? '' })}
        </Alert>
      )}
      {order.dispute !== undefined && <Alert color="orange">{t(`gifts.dispute_${order.dispute}`)}</Alert>}
      <GiftActions order={order} />
      <GiftTimeline order={order} />
    </Stack>
  );
}

/** Whether a clerk had the cash, and the gift came to nothing. */
function isCashWaiting({ cash, state }: Order): boolean {
  return cash?.receipt_no !== undefined && (state === 'refunded' || state === 'abandoned');
}

function Facts({ order }: { order: Order }) {
  const { t, dateTime } = useWords();
  const {
    recipient,
    message,
    refusal_word,
    deliver_at,
    answer_by,
    certificate_last4,
    gift_state: state,
    cash,
  } = order;
  return (
    <Stack gap="md" p="lg">
      {recipient !== undefined && (
        <Fact name={t('gifts.sent_to')}>
          <Text component="span" fw={700}>
            {recipient.masked_name}
          </Text>{' '}
          {recipient.masked_address}
        </Fact>
      )}
      {message !== undefined && <Fact name={t('gifts.message')}>{message}</Fact>}
      {refusal_word !== undefined && <Fact name={t('gifts.refusal_word')}>{refusal_word}</Fact>}
      {state === 'scheduled' && deliver_at !== undefined && (
        <Fact name={t('gifts.arrives')}>{dateTime(deliver_at)}</Fact>
      )}
      {state === 'waiting' && answer_by !== undefined && (
        <Fact name={t('gifts.answer_by')}>{dateTime(answer_by)}</Fact>
      )}
      {certificate_last4 !== undefined && <Fact name={t('gifts.certificate')}>{certificate_last4}</Fact>}
      {cash !== undefined && <Fact name={t('receipt.method')}>{t('receipt.method_cash')}</Fact>}
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Group align="flex-start" gap="md" wrap="nowrap">
      <Text c="dimmed" fz="sm" w={110} style={{ flexShrink: 0 }} pt={2}>
        {name}
      </Text>
      <Text component="div" style={{ whiteSpace: 'pre-line' }}>
        {children}
      </Text>
    </Group>
  );
}
