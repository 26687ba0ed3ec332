import { Badge, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOfficeWords } from './words.ts';

/** Figures side by side; on a phone, two per row. */
export function Figures({ inRow = 4, children }: { inRow?: number; children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 2, md: inRow }} spacing={{ base: 'sm', md: 'md' }}>
      {children}
    </SimpleGrid>
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
