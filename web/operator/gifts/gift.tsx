import { ActionIcon, Alert, Anchor, Card, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconCheck, IconCopy } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { useDeclineReason } from '../../kit/staff/decline.ts';
import { Amount, Fact } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { GiftStateBadge } from '../parts.tsx';
import { useCodes, useConsoleWords } from '../words.ts';
import { RecipientOf } from './columns.tsx';
import { GiftActions, GiftNotes } from './gift-actions.tsx';
import { PrintLetter } from './print-letter.tsx';
import { type Story, useStory } from './story.ts';
import { Retry, useStuckReason } from './stuck-reason.tsx';
import { Timeline } from './timeline.tsx';

/** One gift: people, amount, state, and everything that happened to it. */
export function GiftPage() {
  const { t, pick } = useConsoleWords();
  const { order_id = '' } = useParams();
  const story = useStory(order_id);
  const order = story.data?.order;
  const title =
    order === undefined
      ? t('gift.plain_title')
      : t('gift.title', { amount: order, shop: pick(order.shop.name_ko, order.shop.name_en) });
  return (
    <StaffPage
      title={title}
      intro={
        <Anchor component={Link} to="/console" size="sm">
          <IconArrowLeft size={14} aria-hidden /> {t('console.live')}
        </Anchor>
      }
      action={order && <GiftStateBadge state={order.gift_state} />}
    >
      <Answer of={story} height={560}>
        {(known) => (
          <>
            <StuckNotice of={known} />
            <GiftActions of={known} />
            <Facts of={known} />
            <GiftNotes of={known} />
            <Timeline of={known} />
          </>
        )}
      </Answer>
    </StaffPage>
  );
}

function StuckNotice({ of: { order, stuck } }: { of: Story }) {
  const { t } = useConsoleWords();
  const { may } = useStaff();
  const reason = useStuckReason();
  if (stuck === undefined) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      role="status"
      title={t('stuck.title')}
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{reason(stuck, order)}</Text>
        {may('operator') && (
          <Group gap="sm">
            {stuck.reason === 'letter_needed' && (
              <PrintLetter orderId={order.order_id} about={stuck.message_id} />
            )}
            <Retry orderId={order.order_id} what={t('gift.plain_title')} />
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

function Facts({ of: { order, balance_minor } }: { of: Story }) {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const declineOf = useDeclineReason();
  const { currency, end_reason, decline_reason, refusal_word, certificate_last4 } = order;
  return (
    <Card withBorder padding="lg">
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} m={0} spacing="lg">
        <Fact name={t('gift.buyer')}>
          {order.buyer} <span className="amount">{order.buyer_member_number}</span>
        </Fact>
        <Fact name={t('gift.recipient')}>
          <RecipientOf gift={order} />
        </Fact>
        <Fact name={t('gift.certificate')}>
          {certificate_last4 === undefined ? '—' : <span className="amount">•••• {certificate_last4}</span>}
        </Fact>
        <Fact name={t('gift.amount')}>
          <Amount of={order} />
        </Fact>
        {order.cash && (
          <Fact name={t('gift.paid_in_cash')}>
            {order.cash.receipt_no === undefined
              ? t('gift.cash_no_receipt')
              : t('gift.cash_receipt', { receipt_no: order.cash.receipt_no })}
          </Fact>
        )}
        <Fact name={t('gift.left')}>
          {balance_minor === undefined ? '—' : <Amount of={{ amount_minor: balance_minor, currency }} />}
        </Fact>
        <Fact name={t('gift.ordered_at')}>{dateTime(order.created_at)}</Fact>
        <Fact name={t('gift.order_state')}>{codes('state', order.state) ?? order.state}</Fact>
        {order.deliver_at && <Fact name={t('gift.deliver_at')}>{dateTime(order.deliver_at)}</Fact>}
        {order.answer_by && <Fact name={t('gift.answer_by')}>{dateTime(order.answer_by)}</Fact>}
        {end_reason && <Fact name={t('gift.ended')}>{codes('why', end_reason) ?? end_reason}</Fact>}
        {order.dispute && <Fact name={t('gift.dispute')}>{codes('gift_dispute', order.dispute)}</Fact>}
        {decline_reason && (
          <Fact name={t('gift.declined')}>{declineOf(decline_reason) ?? decline_reason}</Fact>
        )}
        {refusal_word && <Fact name={t('gift.word')}>{refusal_word}</Fact>}
        <Fact name={t('gift.order_id')}>
          <Group gap={4} wrap="nowrap" component="span">
            <Text component="span" size="xs" ff="monospace">
              {order.order_id}
            </Text>
            <CopyButton value={order.order_id}>
              {({ copied, copy }) => (
                <ActionIcon
                  variant="subtle"
                  color={copied ? 'teal' : 'gray'}
                  aria-label={t(copied ? 'gift.copied' : 'gift.copy')}
                  onClick={copy}
                >
                  {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                </ActionIcon>
              )}
            </CopyButton>
          </Group>
        </Fact>
      </SimpleGrid>
    </Card>
  );
}
