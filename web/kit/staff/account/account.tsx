import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Answer } from '../../notice.tsx';
import { StaffPage } from '../page.tsx';
import { hasFactor } from '../session.tsx';
import type { StaffApi, StaffRole } from '../staff-api.ts';
import { WHO } from '../who.ts';
import { useStaffWords } from '../words.ts';
import { Authenticator } from './authenticator.tsx';
import { Passkeys } from './passkeys.tsx';
import { ChangePassword } from './password.tsx';
import { RecoverySection } from './recovery-codes.tsx';
import { Sessions } from './sessions.tsx';

/** What somebody can change of their own account: password, second factor, sessions. */
export function Account<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t } = useStaffWords();
  const who = useQuery({ queryKey: WHO, queryFn: staffApi.current });
  return (
    <StaffPage title={t('staff.account')} intro={t('staff.account_intro')}>
      <Section title={t('staff.second_factor')}>
        <Answer of={who} height={160}>
          {({ second_factor: factors }) => (
            <Stack gap="xl">
              {!hasFactor(factors) && <Text c="dimmed">{t('staff.second_factor_why')}</Text>}
              <Part title={t('staff.app')}>
                <Authenticator staffApi={staffApi} factors={factors} />
              </Part>
              <Part title={t('staff.passkeys')}>
                <Passkeys staffApi={staffApi} />
              </Part>
              {factors.authenticator && (
                <Part title={t('staff.recovery')}>
                  <RecoverySection staffApi={staffApi} left={factors.recovery_codes} />
                </Part>
              )}
            </Stack>
          )}
        </Answer>
      </Section>
      <Section title={t('common.password')}>
        <ChangePassword staffApi={staffApi} />
      </Section>
      <Section title={t('staff.sessions')}>
        <Sessions staffApi={staffApi} />
      </Section>
    </StaffPage>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card component="section" withBorder padding="lg" aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="md">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
