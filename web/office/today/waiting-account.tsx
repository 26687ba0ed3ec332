import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { useProposals } from '../bank-account/proposals.ts';
import { useOfficeWords } from '../words.ts';

/** Another bank account that somebody here has entered: whoever didn't expect it has to see it before it is confirmed. */
export function WaitingAccount() {
  const { t } = useOfficeWords();
  const asked = useProposals();
  if (asked.isLoadingError) return <ProblemNotice thrown={asked.error} onAgain={() => asked.refetch()} />;
  const waiting = asked.data?.proposals.filter(({ state }) => state === 'entered') ?? [];
  if (waiting.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      role="region"
      aria-label={t('bank_account.waits_title')}
      title={t('bank_account.waits_title')}
      icon={<IconBuildingBank aria-hidden />}
    >
      <Stack gap="xs">
        {waiting.map(({ proposal_id, last4, currency, entered_by }) => (
          <Text key={proposal_id} size="sm">
            {t('bank_account.waits', { name: entered_by, last4, currency })}
          </Text>
        ))}
        <Anchor component={Link} to="/office/bank-account" size="sm" underline="always">
          {t('bank_account.waits_see')}
        </Anchor>
      </Stack>
    </Alert>
  );
}
