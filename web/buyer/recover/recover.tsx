import { Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { CodeField } from '../code-field.tsx';
import { hasTexts, useKept } from '../kept.ts';
import { loginOf } from '../login-of.ts';
import { PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';
import { NewSecret } from './new-secret.tsx';
import { type Begun, type MailProved, useProveMail } from './prove-mail.ts';

const isBegun = (stored: unknown): stored is Begun => hasTexts(stored, ['recovery_id', 'login']);

const WRONG_LOGIN: ReadonlySet<string> = new Set(['email_invalid', 'member_number_invalid']);

/** A forgotten password or phone PIN: a code from the mail, one from the phone, and something new. */
export function RecoverPage() {
  const [begun, setBegun] = useKept('recovery', isBegun);
  const [proved, setProved] = useState<MailProved>();
  return (
    <Stack maw={420} mx="auto" py={{ base: 'md', sm: 40 }} gap="md">
      {begun === undefined ? (
        <Begin onBegun={setBegun} />
      ) : proved === undefined ? (
        <MailCode begun={begun} onProved={setProved} onBegun={setBegun} />
      ) : (
        <NewSecret proved={proved} onSentAgain={setProved} onDone={() => setBegun(undefined)} />
      )}
    </Stack>
  );
}

/** Has a code sent by mail, again if need be: the newest is good. */
function useBegin(onBegun: (begun: Begun) => void) {
  return useMutation({
    mutationFn: (login: string) => answered(api.POST('/v1/recoveries', { body: loginOf(login) })),
    onSuccess: ({ recovery_id }, login) => onBegun({ recovery_id, login }),
  });
}

function Begin({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const login = typed.trim();
  const begin = useBegin(onBegun);
  const go = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(login);
  };
  const wrong = begin.error instanceof Problem && WRONG_LOGIN.has(begin.error.code) ? begin.error : null;
  return (
    <>
      <PageTitle what={t('door.recover_what')}>{t('door.recover_title')}</PageTitle>
      <Paper withBorder radius="lg" p="lg">
        <form noValidate onSubmit={go}>
          <Stack>
            {begin.isError && wrong === null && <ProblemNotice thrown={begin.error} />}
            <TextInput
              size="md"
              label={t('door.email_or_number')}
              autoComplete="username"
              inputMode="email"
              value={typed}
              error={wrong?.detail}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={begin.isPending} disabled={login.length < 3}>
              {t('door.recover_send')}
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text c="dimmed">{t('door.recover_phone')}</Text>
    </>
  );
}

function MailCode({
  begun,
  onProved,
  onBegun,
}: {
  begun: Begun;
  onProved: (proved: MailProved) => void;
  onBegun: (begun: Begun | undefined) => void;
}) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const again = useBegin((sent) => {
    setCode('');
    notifications.show({ message: t('door.code_sent'), color: 'teal' });
    onBegun(sent);
  });
  const prove = useProveMail(begun.recovery_id, (sent) => onProved({ ...begun, code, ...sent }));
  const go = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate({ code, phone_code_by: 'text' });
  };
  return (
    <>
      <PageTitle what={t('door.recover_mail_what', { login: begun.login })}>
        {t('door.recover_title')}
      </PageTitle>
      <Paper withBorder radius="lg" p="lg">
        <form noValidate onSubmit={go}>
          <Stack>
            <CodeField
              label={t('door.recover_mail_code')}
              value={code}
              onChange={setCode}
              error={prove.error instanceof Problem ? prove.error.detail : undefined}
            />
            <Button type="submit" size="md" loading={prove.isPending} disabled={code.length < 6}>
              {t('door.verify')}
            </Button>
          </Stack>
        </form>
      </Paper>
      {again.isError && <ProblemNotice thrown={again.error} />}
      <Button variant="subtle" loading={again.isPending} onClick={() => again.mutate(begun.login)}>
        {t('door.send_code_again')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => onBegun(undefined)}>
        {t('door.recover_other')}
      </Button>
    </>
  );
}
