import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { Answer } from '../../kit/notice.tsx';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { useOfficeWords } from '../words.ts';
import { EnterAccount } from './enter-account.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { useProposals } from './proposals.ts';

/** The bank account that the shop wants to be paid to, and how far each change has come. */
export function BankAccountPage() {
  const { t } = useOfficeWords();
  const { may } = useStaff();
  const proposals = useProposals();
  const [isEntering, setEntering] = useState(false);
  const close = () => setEntering(false);
  return (
    <StaffPage
      title={t('bank_account.title')}
      intro={t('bank_account.intro')}
      action={may('owner') && <Button onClick={() => setEntering(true)}>{t('bank_account.enter')}</Button>}
    >
      <Stack component="section" gap="sm">
        <Title order={2} size="h4">
          {t('bank_account.list')}
        </Title>
        <Answer of={proposals} height={240}>
          {({ proposals: all }) =>
            all.length === 0 ? (
              <NothingHere title={t('bank_account.none')}>{t('bank_account.none_detail')}</NothingHere>
            ) : (
              <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
                {all.map((proposal) => (
                  <ProposalCard key={proposal.proposal_id} of={proposal} />
                ))}
              </Stack>
            )
          }
        </Answer>
      </Stack>
      <Dialog opened={isEntering} onClose={close} title={t('bank_account.enter_title')}>
        <EnterAccount onDone={close} />
      </Dialog>
    </StaffPage>
  );
}
