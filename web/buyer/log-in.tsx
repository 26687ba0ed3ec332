import { Anchor, Button, Divider, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../kit/notice.tsx';
import { canUsePasskeys, isDismissed } from '../kit/passkeys.ts';
import { answered } from '../kit/problem.ts';
import { api } from './api.ts';
import { focusFirst, useRefusals } from './form.ts';
import { PageTitle } from './parts.tsx';
import { logInWithPasskey } from './passkeys.ts';
import { SecretField } from './secret-field.tsx';
import { nextOf, useMember } from './session.tsx';
import { useWords } from './words.ts';

export function LogInPage() {
  const { t } = useWords();
  const { state } = useLocation();
  const next = nextOf(state);
  const { data: member } = useMember();
  if (member !== undefined && member !== null) return <Navigate to={next ?? '/'} replace />;
  return (
    <Stack maw={420} mx="auto" py={{ base: 'md', sm: 40 }} gap="md">
      <PageTitle what={next === undefined ? undefined : t('door.log_in_first')}>
        {t('door.log_in_title')}
      </PageTitle>
      <LogInForm next={next} />
      {canUsePasskeys() && <PasskeyLogIn next={next} />}
      <Text ta="center" c="dimmed">
        {t('door.no_account')}{' '}
        <Anchor component={Link} to="/sign-up" state={state} underline="always">
          {t('door.sign_up')}
        </Anchor>
      </Text>
    </Stack>
  );
}

function LogInForm({ next }: { next: string | undefined }) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const required = (value: string) => (value.trim() === '' ? t('common.required') : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login: '', password: '' },
    validate: { login: required, password: required },
  });
  const { notice, refused, clear } = useRefusals(form, {
    email_invalid: 'login',
    credentials_wrong: 'password',
  });
  const logIn = useIdempotentMutation((values: { login: string; password: string }) => {
    const login = values.login.trim();
    const { password } = values;
    const who = /^[0-9]{10}$/.test(login) ? { member_number: login } : { email: login };
    return answered(api.POST('/v1/sessions', { body: { ...who, password, use_cookie: true } }));
  });
  return (
    <Paper withBorder radius="lg" p="lg">
      <form
        noValidate
        lang={locale}
        onSubmit={form.onSubmit((values) => {
          clear();
          logIn.mutate(values, {
            onError: refused,
            onSuccess: async () => {
              await queries.invalidateQueries();
              navigate(next ?? '/', { replace: true });
            },
          });
        }, focusFirst(form))}
      >
        <Stack>
          {notice !== undefined && <ProblemNotice thrown={notice} />}
          <TextInput
            label={t('door.email_or_number')}
            autoComplete="username"
            inputMode="email"
            size="md"
            key={form.key('login')}
            {...form.getInputProps('login')}
          />
          <SecretField
            label={t('common.password')}
            autoComplete="current-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={logIn.isPending}>
            {t('common.log_in')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

/** The device knows its owner, so nothing is typed. */
function PasskeyLogIn({ next }: { next: string | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const logIn = useIdempotentMutation((_: undefined) => logInWithPasskey());
  return (
    <Stack>
      <Divider label={t('door.or')} c="dimmed" />
      {logIn.isError && !isDismissed(logIn.error) && <ProblemNotice thrown={logIn.error} />}
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={logIn.isPending}
        onClick={() =>
          logIn.mutate(undefined, {
            onSuccess: async () => {
              await queries.invalidateQueries();
              navigate(next ?? '/', { replace: true });
            },
          })
        }
      >
        {t('door.by_passkey')}
      </Button>
    </Stack>
  );
}
