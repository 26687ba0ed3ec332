import { Badge } from '@mantine/core';
import { useCodes } from './words.ts';

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

export function StateBadge({ state }: { state: string }) {
  const codes = useCodes();
  return (
    <Badge variant="light" color={TONES[state] ?? 'yellow'} component="span" tt="none" miw="max-content">
      {codes('state', state) ?? state}
    </Badge>
  );
}
