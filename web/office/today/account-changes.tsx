import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBuildingBank } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';

const QUERY = ['account-changes'] as const;

const readChanges = () => answered(api.GET('/v1/office/account-changes'));
type Change = Awaited<ReturnType<typeof readChanges>>['changes'][number];

/** Changes of where our money goes that no owner has acknowledged; for those who may see statements. */
export function useAccountChanges() {
  const { may } = useStaff();
  return useQuery({ queryKey: QUERY, queryFn: readChanges, enabled: may('owner', 'auditor') });
}

/** Stays until an owner has acknowledged what it says: a change that nobody here asked for is somebody's theft. */
export function AccountChanges({ changes }: { changes: readonly Change[] }) {
  const { t, dateTime } = useOfficeWords();
  const { may } = useStaff();
  const acknowledging = useIdempotentMutation(
    (change_ids: string[], headers) =>
      answered(api.POST('/v1/office/account-changes/acknowledgements', { body: { change_ids }, headers })),
    [QUERY],
  );
  if (changes.length === 0) return null;
  const acknowledge = () =>
    acknowledging.mutate(
      changes.map(({ change_id }) => change_id),
      { onSuccess: () => notifications.show({ message: t('account_changes.acknowledged') }) },
    );
  return (
    <Alert
      color="orange"
      variant="light"
      role="region"
      aria-label={t('account_changes.title')}
      title={t('account_changes.title')}
      icon={<IconBuildingBank aria-hidden />}
    >
      <Stack gap="xs">
        {changes.map(({ change_id, change, currency, last4, changed_at }) => (
          <Text key={change_id} size="sm">
            {dateTime(changed_at)} · {t(`account_changes.${change}`, { last4, currency })}
          </Text>
        ))}
        <Text size="sm" fw={600}>
          {t('account_changes.check')}
        </Text>
        {acknowledging.isError && <ProblemNotice thrown={acknowledging.error} />}
        {may('owner') ? (
          <Group>
            <Button size="xs" variant="default" loading={acknowledging.isPending} onClick={acknowledge}>
              {t('account_changes.acknowledge')}
            </Button>
          </Group>
        ) : (
          <Text size="sm">{t('account_changes.owners')}</Text>
        )}
      </Stack>
    </Alert>
  );
}
