import { Anchor, Button, Divider, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../kit/notice.tsx';
import { canUsePasskeys, isDismissed } from '../kit/passkeys.ts';
import { answered } from '../kit/problem.ts';
import { api } from './api.ts';
import { focusFirst, useRefusals } from './form.ts';
import { loginOf } from './login-of.ts';
import { PageTitle } from './parts.tsx';
import { logInWithPasskey } from './passkeys.ts';
import { SecondFactor } from './second-factor.tsx';
import { SecretField } from './secret-field.tsx';
import { nextOf, useMember } from './session.tsx';
import { useWords } from './words.ts';

export function LogInPage() {
  const { state } = useLocation();
  const next = nextOf(state);
  const { data: member } = useMember();
  const [requestId, setRequestId] = useState<string>();
  const onEntered = useEntered(next);
  if (member !== undefined && member !== null) return <Navigate to={next ?? '/'} replace />;
  return (
    <Stack maw={420} mx="auto" py={{ base: 'md', sm: 40 }} gap="md">
      {requestId === undefined ? (
        <LogInChoices next={next} onEntered={onEntered} onSecondFactor={setRequestId} />
      ) : (
        <SecondFactor requestId={requestId} onEntered={onEntered} onBack={() => setRequestId(undefined)} />
      )}
    </Stack>
  );
}

/** Where a member goes once they are logged in. */
function useEntered(next: string | undefined): () => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries();
    navigate(next ?? '/', { replace: true });
  };
}

function LogInChoices({ next, onEntered, onSecondFactor }: LogInProps & { next: string | undefined }) {
  const { t } = useWords();
  const { state } = useLocation();
  return (
    <>
      <PageTitle what={next === undefined ? undefined : t('door.log_in_first')}>
        {t('door.log_in_title')}
      </PageTitle>
      <LogInForm onEntered={onEntered} onSecondFactor={onSecondFactor} />
      {canUsePasskeys() && <PasskeyLogIn onEntered={onEntered} />}
      <Anchor component={Link} to="/recover" ta="center" underline="always">
        {t('door.forgot')}
      </Anchor>
      <Text ta="center" c="dimmed">
        {t('door.no_account')}{' '}
        <Anchor component={Link} to="/sign-up" state={state} underline="always">
          {t('door.sign_up')}
        </Anchor>
      </Text>
    </>
  );
}

type LogInProps = { onEntered: () => Promise<void>; onSecondFactor: (requestId: string) => void };

function LogInForm({ onEntered, onSecondFactor }: LogInProps) {
  const { t, locale } = useWords();
  const required = (value: string) => (value.trim() === '' ? t('common.required') : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login: '', password: '' },
    validate: { login: required, password: required },
  });
  const { notice, refused, clear } = useRefusals(form, {
    credentials_wrong: 'password',
    email_invalid: 'login',
    member_number_invalid: 'login',
  });
  const logIn = useIdempotentMutation((values: { login: string; password: string }) => {
    const { login, password } = values;
    return answered(api.POST('/v1/sessions', { body: { ...loginOf(login), password, use_cookie: true } }));
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
            onSuccess: (entered) =>
              'second_factor' in entered
                ? onSecondFactor(entered.second_factor.request_id)
                : void onEntered(),
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
function PasskeyLogIn({ onEntered }: Pick<LogInProps, 'onEntered'>) {
  const { t } = useWords();
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
        onClick={() => logIn.mutate(undefined, { onSuccess: () => void onEntered() })}
      >
        {t('door.by_passkey')}
      </Button>
    </Stack>
  );
}
