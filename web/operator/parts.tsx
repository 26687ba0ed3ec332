import { Badge } from '@mantine/core';
import type { GiftState } from '../../kit/gift-state.ts';
import { useCodes, useConsoleWords } from './words.ts';

const TONES: Readonly<Record<string, string>> = {
  accepted: 'teal',
  issued: 'teal',
  offered: 'blue',
  scheduled: 'blue',
  declined: 'gray',
  abandoned: 'gray',
  refunded: 'gray',
  refund_failed: 'red',
  cancelling: 'orange',
  refunding: 'orange',
  voiding: 'orange',
};

/** The state of an order, as the servers see it. */
export function StateBadge({ state }: { state: string }) {
  const codes = useCodes();
  return (
    <Badge variant="light" color={TONES[state] ?? 'yellow'} component="span" tt="none" miw="max-content">
      {codes('state', state) ?? state}
    </Badge>
  );
}

const GIFT_TONES: Readonly<Partial<Record<GiftState, string>>> = {
  scheduled: 'blue',
  waiting: 'blue',
  accepting: 'blue',
  ready: 'teal',
  partly_used: 'teal',
  frozen: 'orange',
  refunding: 'orange',
  refund_delayed: 'red',
  paying: 'yellow',
  needs_bank: 'yellow',
  correcting: 'yellow',
};

/** The state of a gift, in the words that its buyer reads, too. */
export function GiftStateBadge({ state }: { state: GiftState }) {
  const { t } = useConsoleWords();
  return (
    <Badge variant="light" color={GIFT_TONES[state] ?? 'gray'} component="span" tt="none" miw="max-content">
      {t(`gift_state_of.${state}`)}
    </Badge>
  );
}
