import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../dialog.tsx';
import { ProblemNotice } from '../../notice.tsx';
import type { StaffApi, StaffRole } from '../staff-api.ts';
import { WHO } from '../who.ts';
import { useStaffWords } from '../words.ts';

/** Recovery codes as they are shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => unknown }) {
  const { t } = useStaffWords();
  return (
    <Stack>
      <Alert color="yellow" variant="light" title={t('staff.recovery_keep')}>
        {t('staff.recovery_what')}
      </Alert>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" component="ul" p={0} m={0}>
        {codes.map((code) => (
          <Text key={code} component="li" ff="monospace" style={{ listStyle: 'none' }}>
            {code}
          </Text>
        ))}
      </SimpleGrid>
      <Group justify="flex-end">
        <Button onClick={() => onDone()} data-autofocus>
          {t('staff.recovery_kept')}
        </Button>
      </Group>
    </Stack>
  );
}

/** How many recovery codes are left, and new ones in their place. */
export function RecoverySection<Role extends StaffRole>({
  staffApi,
  left,
}: {
  staffApi: StaffApi<Role>;
  left: number;
}) {
  const { t } = useStaffWords();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<string[]>();
  const making = useMutation({
    mutationFn: () => staffApi.newRecoveryCodes(),
    onSuccess: ({ recovery_codes }) => setCodes(recovery_codes),
  });
  const close = async () => {
    setCodes(undefined);
    await queries.invalidateQueries({ queryKey: WHO });
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('staff.recovery_left', { count: left })}</Text>
      {making.isError && <ProblemNotice thrown={making.error} />}
      <Button variant="light" loading={making.isPending} onClick={() => making.mutate()}>
        {t('staff.recovery_new')}
      </Button>
      <Dialog opened={codes !== undefined} onClose={close} title={t('staff.recovery')}>
        {codes && <RecoveryCodes codes={codes} onDone={close} />}
      </Dialog>
    </Stack>
  );
}
