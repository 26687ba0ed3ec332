import { Badge } from '@mantine/core';
import type { Order } from '../api.ts';
import { useWords } from '../words.ts';

type Look = { word: StateWord; color: string };
type StateWord =
  | 'pending'
  | 'requires_action'
  | 'scheduled'
  | 'offered'
  | 'correcting'
  | 'accepted'
  | 'issued'
  | 'returning'
  | 'refunded'
  | 'refund_failed'
  | 'abandoned'
  | 'declined';

const PENDING = { word: 'pending', color: 'blue' } as const;
const RETURNING = { word: 'returning', color: 'gray' } as const;
const LOOKS: Record<Order['state'], Look> = {
  authorising: PENDING,
  requires_action: { word: 'requires_action', color: 'orange' },
  authorised: PENDING,
  awaiting_confirmation: PENDING,
  capturing: PENDING,
  registering: PENDING,
  scheduled: { word: 'scheduled', color: 'violet' },
  offered: { word: 'offered', color: 'orange' },
  correcting: { word: 'correcting', color: 'orange' },
  accepting: { word: 'offered', color: 'orange' },
  accepted: { word: 'accepted', color: 'teal' },
  issued: { word: 'issued', color: 'teal' },
  cancelling: RETURNING,
  refunding: RETURNING,
  voiding: RETURNING,
  refunded: { word: 'refunded', color: 'gray' },
  refund_failed: { word: 'refund_failed', color: 'red' },
  abandoned: { word: 'abandoned', color: 'gray' },
  declined: { word: 'declined', color: 'red' },
};

/** A gift's state in a word or two. */
export function StateBadge({ state }: { state: Order['state'] }) {
  const { t } = useWords();
  const { word, color } = LOOKS[state];
  return (
    <Badge
      component="span"
      variant="light"
      color={color}
      size="lg"
      radius="sm"
      tt="none"
      c="var(--mantine-color-text)"
      style={{ flexShrink: 0 }}
    >
      {t(`gifts.state_${word}`)}
    </Badge>
  );
}

/** Not paid yet: the purchase can be continued. */
export function isOpen({ state }: Order): boolean {
  return ['authorising', 'requires_action', 'authorised', 'awaiting_confirmation'].includes(state);
}
