import { Button, Container, Divider, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { canUsePasskeys } from '../passkeys.ts';
import { AddAuthenticator } from './account/authenticator.tsx';
import { AddPasskey } from './account/passkeys.tsx';
import type { StaffApi, StaffRole } from './staff-api.ts';
import { WHO } from './who.ts';
import { useStaffWords } from './words.ts';

/** What somebody sees whose role needs a second factor, until they have added one. */
export function Enrolment<Role extends StaffRole>({
  staffApi,
  onLogOut,
}: {
  staffApi: StaffApi<Role>;
  onLogOut: () => void;
}) {
  const { t } = useStaffWords();
  const queries = useQueryClient();
  return (
    <Container size={440} px={0} py={{ base: 'lg', sm: 48 }}>
      <Stack gap="lg">
        <Title order={1} size="h2">
          {t('staff.enrol_title')}
        </Title>
        <Text>{t('staff.enrol_what')}</Text>
        <AddAuthenticator staffApi={staffApi} onDone={() => queries.invalidateQueries({ queryKey: WHO })} />
        {canUsePasskeys() && (
          <>
            <Divider label={t('staff.or')} />
            <AddPasskey staffApi={staffApi} />
          </>
        )}
        <Button variant="subtle" color="gray" onClick={onLogOut}>
          {t('common.log_out')}
        </Button>
      </Stack>
    </Container>
  );
}
