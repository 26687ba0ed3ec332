import { Badge, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { type GiftState, heldState } from '../../kit/gift-state.ts';
import { useOfficeWords } from './words.ts';

/** Figures side by side; on a phone, two per row. */
export function Figures({ inRow = 4, children }: { inRow?: number; children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 2, md: inRow }} spacing={{ base: 'sm', md: 'md' }}>
      {children}
    </SimpleGrid>
  );
}

export type CertificateState = 'registered' | 'active' | 'frozen' | 'cancelled' | 'expired';

type Shown = {
  state: CertificateState;
  locked: boolean;
  locked_since: string | null;
  amount_minor: number;
  balance_minor: number;
  held_minor: number;
  expires_at: string;
};

const STATE_COLORS: Partial<Record<GiftState, string>> = {
  ready: 'teal',
  partly_used: 'teal',
  frozen: 'blue',
  cancelled: 'red',
  expired: 'orange',
};

/** A certificate's state, in the words that its holder and its buyer read, too. */
export function StateBadge({ certificate }: { certificate: Shown }) {
  const { t } = useOfficeWords();
  const state = giftStateOf(certificate);
  return (
    <>
      <Badge variant="light" color={STATE_COLORS[state] ?? 'gray'} component="span">
        {t(`gift_state_of.${state}`)}
      </Badge>
      {certificate.locked_since !== null && (
        <Badge variant="light" color="red" ml={4} component="span">
          {t('office.locked_by_staff')}
        </Badge>
      )}
      {certificate.locked && (
        <Badge variant="light" color="red" ml={4} component="span">
          {t('office.locked')}
        </Badge>
      )}
    </>
  );
}

function giftStateOf({ state, expires_at, ...minor }: Shown): GiftState {
  if (state === 'registered') return 'waiting';
  if (state === 'cancelled') return 'cancelled';
  const isOver = Date.parse(expires_at) <= Date.now() && minor.balance_minor > 0;
  return heldState({
    amount_minor: BigInt(minor.amount_minor),
    balance_minor: BigInt(minor.balance_minor),
    held_minor: BigInt(minor.held_minor),
    is_frozen: state === 'frozen',
    is_expired: state === 'expired' || (state === 'active' && isOver),
  });
}
