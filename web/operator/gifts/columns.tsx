import { Group, Text } from '@mantine/core';
import type { paths } from '../../api/management.gen.ts';
import { Amount } from '../../kit/staff/figures.tsx';
import type { Column } from '../../kit/staff/table.tsx';
import { GiftStateBadge } from '../parts.tsx';
import { useConsoleWords } from '../words.ts';

export type Gift =
  paths['/v1/staff/orders']['get']['responses'][200]['content']['application/json']['orders'][number];

/** A gift's name in a list: `하늘상점 50,000원`. */
export function GiftName({ of }: { of: Gift }) {
  const { pick } = useConsoleWords();
  return (
    <Group component="span" gap={6} wrap="nowrap">
      <span>{pick(of.shop.name_ko, of.shop.name_en)}</span>
      <Amount of={of} />
    </Group>
  );
}

export function RecipientOf({ gift }: { gift: Gift }) {
  const { t } = useConsoleWords();
  const { recipient } = gift;
  if (recipient === undefined)
    return (
      <Text span c="dimmed" inherit>
        {t('gift.nobody_yet')}
      </Text>
    );
  return (
    <>
      {recipient.masked_name} <span className="amount">{recipient.masked_address}</span>
    </>
  );
}

/** The columns of a list of gifts. */
export function useGiftColumns(): Column<Gift>[] {
  const { t, dateTime } = useConsoleWords();
  return [
    { head: t('gift.column'), cell: (gift) => <GiftName of={gift} /> },
    { head: t('gift.state'), cell: ({ gift_state }) => <GiftStateBadge state={gift_state} /> },
    { head: t('gift.buyer'), cell: ({ buyer }) => buyer },
    { head: t('gift.recipient'), cell: (gift) => <RecipientOf gift={gift} /> },
    { head: t('gift.ordered_at'), cell: ({ created_at }) => dateTime(created_at) },
  ];
}
