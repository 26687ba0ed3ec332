import { Badge, Card, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOfficeWords } from './words.ts';

export type Won = { amount_minor: number; currency: string };

/** An amount, formatted for the reader's language. */
export function Amount({ of }: { of: Won }) {
  const { money } = useOfficeWords();
  return <span className="amount">{money(of)}</span>;
}

/** Figures side by side; on a phone, two per row. */
export function Figures({ inRow = 4, children }: { inRow?: number; children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 2, md: inRow }} spacing={{ base: 'sm', md: 'md' }}>
      {children}
    </SimpleGrid>
  );
}

export function Figure({ label, value, hint }: { label: string; value: ReactNode; hint?: ReactNode }) {
  return (
    <Card withBorder padding="md" component="section" aria-label={label}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={{ base: 20, sm: 24 }} fw={700} className="amount" lh={1.4}>
        {value}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed" className="amount">
          {hint}
        </Text>
      )}
    </Card>
  );
}

const STATE_COLORS = {
  registered: 'gray',
  active: 'teal',
  frozen: 'blue',
  cancelled: 'red',
  expired: 'orange',
} as const;
export type CertificateState = keyof typeof STATE_COLORS;

export function StateBadge({ state, locked }: { state: CertificateState; locked: boolean }) {
  const { t } = useOfficeWords();
  return (
    <>
      <Badge variant="light" color={STATE_COLORS[state]} component="span">
        {t(`office.state.${state}`)}
      </Badge>
      {locked && (
        <Badge variant="light" color="red" ml={4} component="span">
          {t('office.locked')}
        </Badge>
      )}
    </>
  );
}
