import { Box, Paper, Progress, Group as Row, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link, Navigate, useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import type { Group } from '../api.ts';
import { StateBadge } from '../gifts/state.tsx';
import { useShopName } from '../give/shops.ts';
import { BackLink, PageTitle } from '../parts.tsx';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { useGroup } from './group.ts';
import { useGroupTitle } from './group-rows.tsx';

/** Several gifts with one payment: progress, outcomes, and each gift. */
export function GroupPage() {
  const { group_id = '' } = useParams();
  const group = useGroup(group_id);
  return (
    <Answer of={group} height={600}>
      {(known) =>
        known.state === 'captured' || known.state === 'capturing' ? (
          <Gifts group={known} />
        ) : (
          // Not paid yet: continue the purchase where it stopped.
          <Navigate to={`/give/several/${group_id}`} replace />
        )
      }
    </Answer>
  );
}

function Gifts({ group }: { group: Group }) {
  const { t } = useWords();
  const titleOf = useGroupTitle();
  const { currency } = group;
  const shopName = useShopName();
  const sent = group.gifts - group.stages.left_out;
  return (
    <Stack gap="xl" py="md" maw={560} mx="auto">
      <Box>
        <PageTitle
          above={<BackLink to="/gifts">{t('gifts.title')}</BackLink>}
          what={
            <>
              {shopName(group.shop_id)} ·{' '}
              {t('several.paid', { amount: { amount_minor: group.confirmed_minor, currency } })}
              {group.refunded_minor > 0 &&
                `, ${t('several.refunded', { amount: { amount_minor: group.refunded_minor, currency } })}`}
            </>
          }
        >
          {titleOf(sent)}
        </PageTitle>
        <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
          <img className="art" src={cardPicture(group.card_design)} alt="" />
          <Stack gap="md" p="lg">
            <HowFar group={group} sent={sent} />
            {group.message !== undefined && (
              <Text style={{ whiteSpace: 'pre-line' }} c="dimmed">
                {group.message}
              </Text>
            )}
          </Stack>
        </Paper>
      </Box>
      <Lines group={group} />
    </Stack>
  );
}

/** How many gifts have been sent; once all are, their outcomes. Both update by themselves. */
function HowFar({ group, sent }: { group: Group; sent: number }) {
  const { t } = useWords();
  const { stages, deliver_at } = group;
  const done = sent - stages.preparing;
  const isSent = group.state === 'captured' && stages.preparing === 0;
  const isLater = group.lines.some(({ order }) => order.state === 'scheduled');
  const text = isSent
    ? isLater && deliver_at !== undefined
      ? t('several.sent_later', { deliver_at })
      : t('several.sent')
    : group.state === 'capturing'
      ? t('several.paying')
      : t('several.sending', { done, all: sent });
  const part = (count: number) => (sent === 0 ? 0 : (count / sent) * 100);
  const shown = [
    ['accepted', 'teal.6'],
    ['waiting', 'orange.5'],
    ['returned', 'gray.5'],
  ] as const;
  return (
    <Stack gap="sm">
      <Text fw={700} role="status">
        {text}
      </Text>
      {isSent ? (
        <Progress.Root size="lg">
          {shown.map(([stage, color]) => (
            <Progress.Section
              key={stage}
              value={part(stages[stage])}
              color={color}
              aria-label={t(`several.stage_${stage}`)}
            />
          ))}
        </Progress.Root>
      ) : (
        <Progress.Root size="lg">
          <Progress.Section value={part(done)} animated aria-label={text} />
        </Progress.Root>
      )}
      <SimpleGrid cols={3} component="dl" m={0} spacing="xs">
        {shown.map(([stage, color]) => (
          <Box key={stage}>
            <Row component="dt" gap={6} wrap="nowrap">
              <Box w={10} h={10} bg={color} style={{ borderRadius: 5, flexShrink: 0 }} aria-hidden />
              <Text span fz="sm" c="dimmed">
                {t(`several.stage_${stage}`)}
              </Text>
            </Row>
            <Text component="dd" m={0} fw={700} fz="xl">
              {stages[stage]}
            </Text>
          </Box>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Lines({ group }: { group: Group }) {
  const { t } = useWords();
  return (
    <Stack component="section">
      <Title order={2} fz={20}>
        {t('several.lines')}
      </Title>
      <Stack gap="xs">
        {group.lines.map((line) => (
          <GiftLine key={line.order.order_id} line={line} />
        ))}
      </Stack>
    </Stack>
  );
}

function GiftLine({ line: { order, address, stage } }: { line: Group['lines'][number] }) {
  const { t, money } = useWords();
  const facts = (
    <Row justify="space-between" wrap="nowrap" gap="md">
      <Stack gap={0} miw={0}>
        <Text fw={700} style={{ overflowWrap: 'anywhere' }}>
          {order.recipient?.masked_name ?? address}
        </Text>
        <Text fz="sm" c="dimmed">
          {order.recipient === undefined ? '' : `${order.recipient.masked_address} · `}
          {money(order)}
        </Text>
      </Stack>
      {stage === 'left_out' || stage === 'preparing' ? (
        <Text fz="sm" c="dimmed" style={{ flexShrink: 0 }}>
          {t(`several.stage_${stage}`)}
        </Text>
      ) : (
        <StateBadge state={order.gift_state} />
      )}
    </Row>
  );
  return stage === 'left_out' ? (
    <Paper radius="md" p="md" bg="transparent">
      {facts}
    </Paper>
  ) : (
    <Paper
      component={Link}
      to={`/gifts/${order.order_id}`}
      withBorder
      radius="md"
      p="md"
      className="choice"
      c="var(--mantine-color-text)"
      td="none"
    >
      {facts}
    </Paper>
  );
}
