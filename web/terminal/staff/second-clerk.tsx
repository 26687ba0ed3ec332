import type { paths } from '../../api/shop.gen.ts';
import { useTerminal } from '../device/terminal.tsx';
import { useWords } from '../words.ts';
import { type ClerkProof, ProveClerk } from './prove-clerk.tsx';

export type Approval =
  paths['/v1/redemptions/{redemption_id}/reversal-approvals']['post']['responses'][201]['content']['application/json'];

/** A second clerk agrees that much is given back, by badge or by number and PIN. The first one stays signed in. */
export function SecondClerk({
  of,
  approve,
  currency,
  onBack,
  onApproved,
}: {
  of: 'reversal' | 'cash';
  approve(proof: ClerkProof): Promise<Approval>;
  currency: string;
  onBack(): void;
  onApproved(approval: Approval): void;
}) {
  const { t } = useWords();
  const { place } = useTerminal();
  const amount = { amount_minor: place.reversal_alone_max_minor, currency };
  return (
    <ProveClerk
      title={t('till.second')}
      hint={t(of === 'cash' ? 'till.second_cash_hint' : 'till.second_hint', { amount })}
      prove={approve}
      onBack={onBack}
      onProven={onApproved}
    />
  );
}
