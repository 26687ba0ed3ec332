import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../notice.tsx';
import { canUsePasskeys, isDismissed, newPasskey } from '../../passkeys.ts';
import type { Passkey, StaffApi, StaffRole } from '../staff-api.ts';
import { WHO } from '../who.ts';
import { useStaffWords } from '../words.ts';

const PASSKEYS = ['passkeys'];

/** Passkeys: log-in by fingerprint, face or device PIN. */
export function Passkeys<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t } = useStaffWords();
  const passkeys = useQuery({ queryKey: PASSKEYS, queryFn: () => staffApi.passkeys() });
  return (
    <Stack gap="sm">
      <Text>{t('staff.passkeys_what')}</Text>
      <Answer of={passkeys} height={40}>
        {({ passkeys: known }) =>
          known.map((passkey) => (
            <PasskeyRow key={passkey.passkey_id} staffApi={staffApi} passkey={passkey} />
          ))
        }
      </Answer>
      <AddPasskey staffApi={staffApi} />
    </Stack>
  );
}

export function AddPasskey<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t, date } = useStaffWords();
  const adding = useIdempotentMutation(
    async (_: undefined, headers) =>
      staffApi.addPasskey(
        await newPasskey(await staffApi.beginPasskey(), t('staff.passkey_name', { on: date(new Date()) })),
        headers,
      ),
    [PASSKEYS, WHO],
  );
  if (!canUsePasskeys()) return <Text size="sm">{t('staff.passkeys_not_here')}</Text>;
  return (
    <Stack gap="sm" align="flex-start">
      {adding.isError && !isDismissed(adding.error) && <ProblemNotice thrown={adding.error} />}
      <Button
        variant="light"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={adding.isPending}
        onClick={() =>
          adding.mutate(undefined, {
            onSuccess: () => notifications.show({ message: t('staff.passkey_added') }),
          })
        }
      >
        {t('staff.passkey_add')}
      </Button>
    </Stack>
  );
}

function PasskeyRow<Role extends StaffRole>({
  staffApi,
  passkey: { passkey_id, name, last_used_at },
}: {
  staffApi: StaffApi<Role>;
  passkey: Passkey;
}) {
  const { t } = useStaffWords();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => staffApi.removePasskey(passkey_id),
    onSuccess: () => Promise.all([PASSKEYS, WHO].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text>{name}</Text>
          <Text size="sm" c="dimmed">
            {last_used_at === undefined
              ? t('staff.passkey_not_used')
              : t('staff.passkey_used', { at: last_used_at })}
          </Text>
        </div>
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={t('staff.end_of', { name })}
          loading={removing.isPending}
          onClick={() => removing.mutate()}
        >
          {t('staff.end')}
        </Button>
      </Group>
      {removing.isError && <ProblemNotice thrown={removing.error} />}
    </>
  );
}
