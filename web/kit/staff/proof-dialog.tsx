import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ProblemNotice } from '../notice.tsx';
import { Problem } from '../problem.ts';
import { onProofNeeded } from '../proof.ts';
import { CodeForm } from './code-form.tsx';
import type { StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

/** Above the dialog that sent the request, below the log-in of an expired session. */
const LAYER = 300;

/** Asks for the password or a code again whenever a request of the page needs it. */
export function ProofDialog<Role extends StaffRole>({
  staffApi,
  hasApp,
}: {
  staffApi: StaffApi<Role>;
  hasApp: boolean;
}) {
  const { t } = useStaffWords();
  const [isOpen, setOpen] = useState(false);
  const [byCode, setByCode] = useState(false);
  const waiting = useRef<((isProved: boolean) => void)[]>([]);
  useEffect(() => {
    onProofNeeded(() => {
      setOpen(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onProofNeeded(undefined);
  }, []);
  const settle = (isProved: boolean) => {
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(isProved);
  };
  const proving = useMutation({
    mutationFn: (given: { password: string }) => staffApi.prove(given),
    onSuccess: () => settle(true),
  });
  const byApp = useMutation({
    mutationFn: (code: string) => staffApi.prove({ code }),
    onSuccess: () => settle(true),
  });
  return (
    <Modal
      opened={isOpen}
      onClose={() => settle(false)}
      title={t('staff.proof_title')}
      zIndex={LAYER}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('staff.proof_what')}</Text>
        {byCode ? (
          <CodeForm sending={byApp} button={t('staff.proof_go')} />
        ) : (
          <PasswordForm proving={proving} onCancel={() => settle(false)} />
        )}
        {hasApp && (
          <Anchor component="button" type="button" size="sm" onClick={() => setByCode(!byCode)}>
            {t(byCode ? 'staff.proof_by_password' : 'staff.proof_by_code')}
          </Anchor>
        )}
      </Stack>
    </Modal>
  );
}

function PasswordForm({
  proving,
  onCancel,
}: {
  proving: ReturnType<typeof useMutation<unknown, Error, { password: string }>>;
  onCancel: () => void;
}) {
  const { t } = useStaffWords();
  const [password, setPassword] = useState('');
  const isWrong = proving.error instanceof Problem && proving.error.code === 'credentials_wrong';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    proving.mutate({ password });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {proving.isError && !isWrong && <ProblemNotice thrown={proving.error} />}
        <PasswordInput
          label={t('common.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isWrong ? t('staff.password_wrong') : undefined}
          aria-invalid={isWrong}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('common.show_password') }}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={proving.isPending} disabled={password === ''}>
            {t('staff.proof_go')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
