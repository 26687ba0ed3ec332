import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useIdempotentMutation } from '../idempotent-mutation.ts';
import { ProblemNotice } from '../notice.tsx';
import { ShownOnce } from './shown-once.tsx';
import type { Staff, StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

/** For somebody who has lost their password or second factor: takes it away, so that they can have a new one. */
export function ResetPerson<Role extends StaffRole>({
  staffApi,
  person: { staff_id, name },
  onDone,
}: {
  staffApi: StaffApi<Role>;
  person: Staff;
  onDone: () => void;
}) {
  const { t } = useStaffWords();
  const password = useMutation({ mutationFn: () => staffApi.resetPassword(staff_id) });
  const factor = useIdempotentMutation(staffApi.resetSecondFactor);
  if (password.data !== undefined) {
    const { token, expires_at } = password.data;
    return (
      <ShownOnce
        label={t('staff.reset_link')}
        value={`${window.location.origin}${staffApi.home}/new-password#${token}`}
        what={t('staff.reset_link_what', { name, until: expires_at })}
        onDone={onDone}
      />
    );
  }
  const resetFactor = () =>
    factor.mutate(staff_id, {
      onSuccess: () => {
        notifications.show({ message: t('staff.reset_factor_done', { name }) });
        onDone();
      },
    });
  const refused = password.error ?? factor.error;
  return (
    <Stack>
      <Text>{t('staff.reset_detail', { name })}</Text>
      {refused !== null && <ProblemNotice thrown={refused} />}
      <Alert variant="light" color="gray" title={t('common.password')}>
        <Text size="sm">{t('staff.reset_password_what')}</Text>
        <Button mt="sm" variant="default" loading={password.isPending} onClick={() => password.mutate()}>
          {t('staff.reset_password')}
        </Button>
      </Alert>
      <Alert variant="light" color="gray" title={t('staff.second_factor')}>
        <Text size="sm">{t('staff.reset_factor_what')}</Text>
        <Button mt="sm" variant="default" loading={factor.isPending} onClick={resetFactor}>
          {t('staff.reset_factor')}
        </Button>
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
