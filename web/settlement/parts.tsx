import { Badge, Code, TextInput } from '@mantine/core';
import { useSettlementWords } from './words.ts';

/** Another server by the name that it signs with, such as `shop:haneul`. */
export function Party({ of }: { of: string }) {
  return <Code>{of}</Code>;
}

/** A calendar day in Korea: `2026-03-01`. */
export function dayInKorea(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(at);
}

/** A filter by one day. */
export function OneDay({
  value,
  onChoose,
}: {
  value: string | undefined;
  onChoose: (day: string | undefined) => void;
}) {
  const { t } = useSettlementWords();
  return (
    <TextInput
      type="date"
      label={t('payments.day')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
    />
  );
}

/** A state in a word, in a colour that stands for how it is going. */
export function StateBadge({ color, children }: { color: string; children: string }) {
  return (
    <Badge variant="light" color={color} component="span" tt="none" miw="max-content">
      {children}
    </Badge>
  );
}
