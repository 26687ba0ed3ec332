import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { useIdempotentMutation } from '../idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../notice.tsx';
import { AddServiceAccount, SERVICE_ACCOUNTS } from './add-service-account.tsx';
import { useStaff } from './session.tsx';
import { ShownOnce } from './shown-once.tsx';
import type { OneTimeToken, ServiceAccount, StaffApi, StaffRole } from './staff-api.ts';
import { type Column, Rows } from './table.tsx';
import { useStaffWords } from './words.ts';

const TOKEN_DAYS = 90;

/** Accounts of programs, which call the API with a token. */
export function ServiceAccounts<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t, date } = useStaffWords();
  const { may } = useStaff();
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<OneTimeToken>();
  const accounts = useQuery({ queryKey: SERVICE_ACCOUNTS, queryFn: staffApi.serviceAccounts });
  const mayChange = may(staffApi.admin);
  const columns: Column<ServiceAccount>[] = [
    { head: t('staff.name'), cell: ({ name }) => name },
    { head: t('common.login'), cell: ({ login }) => login },
    {
      head: t('staff.scopes'),
      cell: ({ scopes }) => scopes.map((scope) => t(`staff.scope.${scope}`)).join(', '),
    },
    {
      head: t('staff.addresses'),
      cell: ({ addresses }) => (addresses.length === 0 ? t('staff.addresses_any') : addresses.join(', ')),
    },
    {
      head: t('staff.token_until'),
      cell: ({ token_expires_at }) =>
        token_expires_at === undefined ? t('staff.token_none') : date(token_expires_at),
    },
    {
      head: t('staff.token_used'),
      cell: ({ last_used_at }) => (last_used_at === undefined ? '–' : date(last_used_at)),
    },
  ];
  const actions: Column<ServiceAccount> = {
    head: t('staff.service_manage'),
    isNumber: true,
    cell: (account) => <Actions staffApi={staffApi} account={account} onToken={setShown} />,
  };
  return (
    <Stack component="section" gap="sm" aria-labelledby="service-accounts">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4" id="service-accounts">
            {t('staff.service')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('staff.service_intro')}
          </Text>
        </div>
        {mayChange && (
          <Button
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('staff.service_add')}
          </Button>
        )}
      </Group>
      <Answer of={accounts} height={60}>
        {({ service_accounts }) =>
          service_accounts.length === 0 ? (
            <Text size="sm">{t('staff.service_none')}</Text>
          ) : (
            <Rows
              rows={service_accounts}
              label={t('staff.service')}
              columns={mayChange ? [...columns, actions] : columns}
              keyOf={({ staff_id }) => staff_id}
            />
          )
        }
      </Answer>
      <Dialog opened={isAdding} onClose={() => setAdding(false)} title={t('staff.service_add')}>
        <AddServiceAccount staffApi={staffApi} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog opened={shown !== undefined} onClose={() => setShown(undefined)} title={t('staff.token')}>
        {shown && (
          <ShownOnce
            label={t('staff.token')}
            value={shown.token}
            what={t('staff.token_what', { until: shown.expires_at })}
            onDone={() => setShown(undefined)}
          />
        )}
      </Dialog>
    </Stack>
  );
}

function Actions<Role extends StaffRole>({
  staffApi,
  account: { staff_id, name },
  onToken,
}: {
  staffApi: StaffApi<Role>;
  account: ServiceAccount;
  onToken: (token: OneTimeToken) => void;
}) {
  const { t } = useStaffWords();
  const removing = useIdempotentMutation(staffApi.remove, [SERVICE_ACCOUNTS]);
  const accounts = useQuery({ queryKey: SERVICE_ACCOUNTS, queryFn: staffApi.serviceAccounts });
  const making = useMutation({
    mutationFn: () => staffApi.newServiceToken({ staff_id, days: TOKEN_DAYS }),
    onSuccess: async (token) => {
      onToken(token);
      await accounts.refetch();
    },
  });
  const remove = () =>
    removing.mutate(staff_id, {
      onSuccess: () => notifications.show({ message: t('staff.service_ended', { name }) }),
    });
  const refused = making.error ?? removing.error;
  return (
    <>
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('staff.token_new_of', { name })}
          loading={making.isPending}
          onClick={() => making.mutate()}
        >
          {t('staff.token_new')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t('staff.end_of', { name })}
          loading={removing.isPending}
          onClick={remove}
        >
          {t('staff.end')}
        </Button>
      </Group>
      {refused !== null && <ProblemNotice thrown={refused} />}
    </>
  );
}
