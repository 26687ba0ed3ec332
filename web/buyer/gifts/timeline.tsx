import { Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Timeline as History, type Order } from '../api.ts';
import { useWords } from '../words.ts';
import { useOrderChanges } from './changes.ts';
import { eventText } from './event-text.ts';

type Item = { at: string; text: string; note?: string };
type Message = History['messages'][number];

/** How often to poll where server-sent events do not arrive. */
const POLL_MS = 4_000;

/** What happened to a gift, oldest first, updated live. */
export function GiftTimeline({ order }: { order: Order }) {
  const { t, dateTime } = useWords();
  const { order_id } = order;
  const isLive = useOrderChanges(order_id);
  const history = useQuery({
    queryKey: ['timeline', order_id],
    queryFn: () => answered(api.GET('/v1/orders/{order_id}/timeline', { params: { path: { order_id } } })),
    refetchInterval: isLive ? false : POLL_MS,
  });
  const words = useWords();
  return (
    <Stack component="section" gap="lg">
      <Group justify="space-between">
        <Title order={2} fz={20}>
          {t('gifts.timeline')}
        </Title>
        {isLive && (
          <Text fz="sm" c="dimmed">
            {t('gifts.live')}
          </Text>
        )}
      </Group>
      <Answer of={history} height={240}>
        {(known) => {
          const items = itemsOf(words, known, order.cash);
          return (
            <Timeline active={items.length - 1} bulletSize={16} lineWidth={2} aria-live="polite">
              {items.map((item) => (
                <Timeline.Item key={`${item.at} ${item.text}`} title={item.text}>
                  <Text fz="sm" c="dimmed">
                    {dateTime(item.at)}
                    {item.note !== undefined && ` · ${item.note}`}
                  </Text>
                </Timeline.Item>
              ))}
            </Timeline>
          );
        }}
      </Answer>
    </Stack>
  );
}

function itemsOf(
  words: ReturnType<typeof useWords>,
  { events, messages }: History,
  cash: Order['cash'],
): Item[] {
  const happened = events.flatMap((event) => {
    const text = eventText(words, event, cash);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
  const notified = messages
    .filter(({ kind }) => kind.startsWith('recipient.'))
    .map((message) => ({
      at: message.at,
      text: words.t(`gifts.told_recipient_${message.channel}`),
      note: deliveryText(words, message),
    }));
  return [...happened, ...notified].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function deliveryText(words: ReturnType<typeof useWords>, message: Message): string {
  const { state, delivered_at } = message;
  const { t } = words;
  if (message.channel === 'voice') {
    if (delivered_at !== undefined) return t('gifts.told_by_phone', { at: delivered_at });
    return t(state === 'due' ? 'gifts.told_calling' : 'gifts.told_not_heard');
  }
  if (delivered_at !== undefined) return t('gifts.told_delivered');
  if (state === 'failed' || state === 'suppressed') return t('gifts.told_failed');
  return t(state === 'sent' || state === 'unknown' ? 'gifts.told_sent' : 'gifts.told_due');
}
