import { Badge } from '@mantine/core';
import type { GiftState } from '../../../kit/gift-state.ts';
import type { Order } from '../api.ts';
import { useWords } from '../words.ts';

const COLORS: Readonly<Record<GiftState, string>> = {
  paying: 'blue',
  needs_bank: 'orange',
  declined: 'red',
  not_bought: 'gray',
  scheduled: 'violet',
  waiting: 'orange',
  correcting: 'orange',
  accepting: 'orange',
  ready: 'teal',
  partly_used: 'teal',
  used_up: 'gray',
  on_hold: 'blue',
  frozen: 'blue',
  expired: 'gray',
  handed_over: 'gray',
  refused: 'gray',
  lapsed: 'gray',
  cancelled: 'gray',
  refunding: 'gray',
  refunded: 'gray',
  refund_delayed: 'red',
};

/** A gift's state in a word or two. */
export function StateBadge({ state }: { state: GiftState }) {
  const { t } = useWords();
  return (
    <Badge
      component="span"
      variant="light"
      color={COLORS[state]}
      size="lg"
      radius="sm"
      tt="none"
      c="var(--mantine-color-text)"
      h="auto"
      mih={26}
      // In two lines where one is too narrow.
      styles={{ label: { whiteSpace: 'normal' } }}
      style={{ flexShrink: 0, maxWidth: '100%' }}
    >
      {t(`gift_state_of.${state}`)}
    </Badge>
  );
}

export function can({ actions }: Order, action: Order['actions'][number]): boolean {
  return actions.includes(action);
}
