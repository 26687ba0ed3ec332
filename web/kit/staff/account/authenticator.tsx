import { Button, Code, Group, Image, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../dialog.tsx';
import { ProblemNotice } from '../../notice.tsx';
import { CodeForm } from '../code-form.tsx';
import type { Factors, NewAuthenticator, StaffApi, StaffRole } from '../staff-api.ts';
import { WHO } from '../who.ts';
import { useStaffWords } from '../words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

const QR_PX = 200;

/** The app that shows codes: whether there is one, adding or replacing it, removing it. */
export function Authenticator<Role extends StaffRole>({
  staffApi,
  factors,
}: {
  staffApi: StaffApi<Role>;
  factors: Factors;
}) {
  const { t } = useStaffWords();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: WHO });
  const [isAdding, setAdding] = useState(false);
  const removing = useMutation({
    mutationFn: () => staffApi.removeAuthenticator(),
    onSuccess: async () => {
      await refresh();
      notifications.show({ message: t('staff.app_removed') });
    },
  });
  const close = async () => {
    setAdding(false);
    await refresh();
  };
  return (
    <Stack gap="sm">
      <Text>{t(factors.authenticator ? 'staff.app_is_there' : 'staff.app_what')}</Text>
      {removing.isError && <ProblemNotice thrown={removing.error} />}
      <Group>
        <Button variant="light" onClick={() => setAdding(true)}>
          {t(factors.authenticator ? 'staff.app_replace' : 'staff.app_add')}
        </Button>
        {factors.authenticator && (
          <Button variant="subtle" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
            {t('staff.app_remove')}
          </Button>
        )}
      </Group>
      <Dialog opened={isAdding} onClose={close} title={t('staff.app_add')}>
        <AddAuthenticator staffApi={staffApi} onDone={close} />
      </Dialog>
    </Stack>
  );
}

/** In three steps: a secret to scan, a code of it, and the recovery codes of those who have none. */
export function AddAuthenticator<Role extends StaffRole>({
  staffApi,
  onDone,
}: {
  staffApi: StaffApi<Role>;
  onDone: () => unknown;
}) {
  const { t } = useStaffWords();
  const [codes, setCodes] = useState<string[]>();
  const beginning = useMutation({ mutationFn: () => staffApi.beginAuthenticator() });
  if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (beginning.data !== undefined)
    return (
      <ConfirmAuthenticator
        staffApi={staffApi}
        begun={beginning.data}
        onConfirmed={(given) => (given.length > 0 ? setCodes(given) : onDone())}
      />
    );
  return (
    <Stack>
      <Text>{t('staff.app_before')}</Text>
      {beginning.isError && <ProblemNotice thrown={beginning.error} />}
      <Button loading={beginning.isPending} onClick={() => beginning.mutate()} data-autofocus>
        {t('staff.app_begin')}
      </Button>
    </Stack>
  );
}

function ConfirmAuthenticator<Role extends StaffRole>({
  staffApi,
  begun: { authenticator_id, secret, qr_svg },
  onConfirmed,
}: {
  staffApi: StaffApi<Role>;
  begun: NewAuthenticator;
  onConfirmed: (recoveryCodes: string[]) => void;
}) {
  const { t } = useStaffWords();
  const confirming = useMutation({
    mutationFn: (code: string) => staffApi.confirmAuthenticator({ authenticator_id, code }),
    onSuccess: ({ recovery_codes }) => {
      notifications.show({ message: t('staff.app_added') });
      onConfirmed(recovery_codes);
    },
  });
  return (
    <Stack>
      <Text>{t('staff.app_scan')}</Text>
      {/* White in the dark too: readers need the contrast and the margin. */}
      <Image
        src={`data:image/svg+xml,${encodeURIComponent(qr_svg)}`}
        alt={t('staff.app_qr')}
        w={QR_PX}
        h={QR_PX}
        p="sm"
        bg="white"
        mx="auto"
      />
      <Text size="sm">{t('staff.app_by_hand')}</Text>
      <Code block fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {secret.replace(/(.{4})(?=.)/g, '$1 ')}
      </Code>
      <CodeForm sending={confirming} button={t('staff.app_confirm')} description={t('staff.app_code_hint')} />
    </Stack>
  );
}
