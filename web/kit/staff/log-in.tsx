import { Alert, Button, Container, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ProblemNotice } from '../notice.tsx';
import { Problem } from '../problem.ts';
import type { Staff, StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

type LogInProps<Role extends StaffRole> = {
  staffApi: StaffApi<Role>;
  onEntered: (staff: Staff<Role>) => unknown;
  /** Their session expired. */
  isOver?: boolean;
  /** They were in the middle of something, which is still on the page below. */
  isInterruption?: boolean;
  login?: string;
};

/** Login and password; the session is an HttpOnly cookie. */
export function LogIn<Role extends StaffRole>({
  staffApi,
  onEntered,
  isOver = false,
  isInterruption = false,
  login = '',
}: LogInProps<Role>) {
  const { t } = useStaffWords();
  const passwordField = useRef<HTMLInputElement>(null);
  const form = useForm({
    initialValues: { login, password: '' },
    validate: {
      login: (given) => (given.trim() === '' ? t('common.required') : null),
      password: (given) => (given === '' ? t('common.required') : null),
    },
  });
  const entering = useMutation({
    mutationFn: (given: { login: string; password: string }) => staffApi.logIn(given),
    onSuccess: ({ staff }) => onEntered(staff),
    onError: (thrown) => {
      if (!isWrong(thrown)) return;
      form.setFieldError('password', t('staff.credentials_wrong'));
      passwordField.current?.select();
    },
  });
  return (
    <Container size={400} px={0} py={{ base: 'lg', sm: 64 }}>
      <Stack gap="lg">
        <Title order={1} size="h2">
          {t('staff.log_in_title')}
        </Title>
        {isOver && (
          <Alert color="gray" variant="light" role="status" title={t('common.session_over')}>
            {isInterruption && <Text size="sm">{t('staff.continue')}</Text>}
          </Alert>
        )}
        {entering.isError && !isWrong(entering.error) && <ProblemNotice thrown={entering.error} />}
        <form
          noValidate
          onSubmit={form.onSubmit(
            ({ login: given, password }) => entering.mutate({ login: given.trim(), password }),
            (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'login')?.focus(),
          )}
        >
          <Stack>
            <TextInput
              {...form.getInputProps('login')}
              label={t('common.login')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              size="md"
              data-autofocus={login === '' || undefined}
            />
            <PasswordInput
              {...form.getInputProps('password')}
              ref={passwordField}
              label={t('common.password')}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('common.show_password') }}
              size="md"
              data-autofocus={login !== '' || undefined}
            />
            <Button type="submit" size="md" mt="xs" loading={entering.isPending}>
              {t('common.log_in')}
            </Button>
          </Stack>
        </form>
      </Stack>
    </Container>
  );
}

function isWrong(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.code === 'credentials_wrong';
}
