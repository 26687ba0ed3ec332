import { Alert, Anchor, Button, Container, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Frame } from '../frame.tsx';
import { ProblemNotice } from '../notice.tsx';
import { Problem, useProblemText } from '../problem.ts';
import type { StaffApi, StaffRole } from './staff-api.ts';
import { useStaffWords } from './words.ts';

/** Behind the link of a reset. The token is in the fragment, which no server and no log ever sees. */
export function NewPassword<Role extends StaffRole>({
  staffApi,
  brand,
}: {
  staffApi: StaffApi<Role>;
  brand: string;
}) {
  const { t } = useStaffWords();
  const problemText = useProblemText();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const choosing = useMutation({
    mutationFn: () => staffApi.chooseNewPassword({ token, password }),
  });
  const isWeak = choosing.error instanceof Problem && choosing.error.code === 'password_too_weak';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choosing.mutate();
  };
  return (
    <Frame brand={brand} home="">
      <Container size={400} px={0} py={{ base: 'lg', sm: 64 }}>
        <Stack gap="lg">
          <Title order={1} size="h2">
            {t('staff.new_password')}
          </Title>
          {choosing.data === undefined ? (
            <form noValidate onSubmit={submit}>
              <Stack>
                {choosing.isError && !isWeak && <ProblemNotice thrown={choosing.error} />}
                <Text>{t('staff.new_password_what')}</Text>
                <PasswordInput
                  label={t('staff.password_new')}
                  description={t('staff.password_hint')}
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  error={isWeak ? problemText(choosing.error).detail : undefined}
                  aria-invalid={isWeak}
                  autoComplete="new-password"
                  visibilityToggleButtonProps={{ 'aria-label': t('common.show_password') }}
                  size="md"
                />
                <Button type="submit" size="md" loading={choosing.isPending} disabled={password === ''}>
                  {t('common.save')}
                </Button>
              </Stack>
            </form>
          ) : (
            <>
              <Alert color="teal" variant="light" role="status">
                {t('staff.new_password_done', { login: choosing.data.login })}
              </Alert>
              <Anchor component={Link} to={staffApi.home}>
                {t('common.log_in')}
              </Anchor>
            </>
          )}
        </Stack>
      </Container>
    </Frame>
  );
}
