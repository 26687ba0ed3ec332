import {
  Alert,
  Button,
  Container,
  Divider,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ProblemNotice } from '../notice.tsx';
import { canUsePasskeys, isDismissed, usedPasskey } from '../passkeys.ts';
import { Problem } from '../problem.ts';
import { CodeField, CodeForm } from './code-form.tsx';
import type { Entered, StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

type LogInProps<Role extends StaffRole> = {
  staffApi: StaffApi<Role>;
  onEntered: (entered: Entered<Role>) => unknown;
  /** Their session expired. */
  isOver?: boolean;
  /** They were in the middle of something, which is still on the page below. */
  isInterruption?: boolean;
  /** The password was right already; the second factor is still to come. */
  isSecondStep?: boolean;
  login?: string;
};

/** Login and password, then the second factor of those who have one; the session is an HttpOnly cookie. */
export function LogIn<Role extends StaffRole>(props: LogInProps<Role>) {
  const { staffApi, onEntered, isOver = false, isInterruption = false, isSecondStep = false } = props;
  const { t } = useStaffWords();
  const [isSecond, setSecond] = useState(isSecondStep);
  const next = (entered: Entered<Role>) =>
    entered.stage === 'second_factor' ? setSecond(true) : onEntered(entered);
  return (
    <Container size={400} px={0} py={{ base: 'lg', sm: 64 }}>
      <Stack gap="lg">
        <Title order={1} size="h2">
          {t(isSecond ? 'staff.second_factor' : 'staff.log_in_title')}
        </Title>
        {isOver && !isSecond && (
          <Alert color="gray" variant="light" role="status" title={t('common.session_over')}>
            {isInterruption && <Text size="sm">{t('staff.continue')}</Text>}
          </Alert>
        )}
        {isSecond ? (
          <SecondStep staffApi={staffApi} onEntered={onEntered} onBack={() => setSecond(false)} />
        ) : (
          <FirstStep {...props} onEntered={next} />
        )}
        <ByPasskey staffApi={staffApi} onEntered={onEntered} />
      </Stack>
    </Container>
  );
}

function FirstStep<Role extends StaffRole>({ staffApi, onEntered, login = '' }: LogInProps<Role>) {
  const { t } = useStaffWords();
  const passwordField = useRef<HTMLInputElement>(null);
  /** Strangers have guessed at this password, so that an unknown browser is asked for a code along with it. */
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({
    initialValues: { login, password: '', code: '' },
    validate: {
      login: (given) => (given.trim() === '' ? t('common.required') : null),
      password: (given) => (given === '' ? t('common.required') : null),
    },
  });
  const entering = useMutation({
    mutationFn: (given: { login: string; password: string; code?: string }) => staffApi.logIn(given),
    onSuccess: onEntered,
    onError: (thrown) => {
      if (isRefusal(thrown, 'second_factor_required')) setAsksCode(true);
      if (!isWrong(thrown)) return;
      form.setFieldError(
        'password',
        t(asksCode ? 'staff.credentials_or_code_wrong' : 'staff.credentials_wrong'),
      );
      passwordField.current?.select();
    },
  });
  return (
    <>
      {asksCode && (
        <Alert color="gray" variant="light" role="status">
          {t('staff.code_along')}
        </Alert>
      )}
      {entering.isError &&
        !isWrong(entering.error) &&
        !isRefusal(entering.error, 'second_factor_required') && <ProblemNotice thrown={entering.error} />}
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ login: given, password, code }) =>
            entering.mutate({
              login: given.trim(),
              password,
              ...(code.trim() === '' ? {} : { code }),
            }),
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
          {asksCode && (
            <CodeField {...form.getInputProps('code')} description={t('staff.code_or_recovery')} />
          )}
          <Button type="submit" size="md" mt="xs" loading={entering.isPending}>
            {t('common.log_in')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

function SecondStep<Role extends StaffRole>({
  staffApi,
  onEntered,
  onBack,
}: Pick<LogInProps<Role>, 'staffApi' | 'onEntered'> & { onBack: () => void }) {
  const { t } = useStaffWords();
  const entering = useMutation({
    mutationFn: (code: string) => staffApi.enterSecondFactor(code),
    onSuccess: onEntered,
  });
  return (
    <Stack>
      <Text>{t('staff.second_factor_what')}</Text>
      <CodeForm sending={entering} button={t('common.log_in')} description={t('staff.code_or_recovery')} />
      <Button variant="subtle" color="gray" onClick={onBack}>
        {t('common.back')}
      </Button>
    </Stack>
  );
}

function ByPasskey<Role extends StaffRole>({
  staffApi,
  onEntered,
}: Pick<LogInProps<Role>, 'staffApi' | 'onEntered'>) {
  const { t } = useStaffWords();
  const entering = useMutation({
    mutationFn: async () => staffApi.logInByPasskey(await usedPasskey(await staffApi.passkeyChallenge())),
    onSuccess: onEntered,
  });
  if (!canUsePasskeys()) return null;
  return (
    <Stack>
      <Divider label={t('staff.or')} />
      {entering.isError && !isDismissed(entering.error) && <ProblemNotice thrown={entering.error} />}
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={entering.isPending}
        onClick={() => entering.mutate()}
      >
        {t('staff.log_in_by_passkey')}
      </Button>
    </Stack>
  );
}

function isWrong(thrown: unknown): boolean {
  return isRefusal(thrown, 'credentials_wrong');
}

function isRefusal(thrown: unknown, code: string): boolean {
  return thrown instanceof Problem && thrown.code === code;
}
