import { Button, Paper, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, useProblemText } from '../kit/problem.ts';
import { api } from './api.ts';
import { CodeField } from './code-field.tsx';
import { PageTitle } from './parts.tsx';
import { useWords } from './words.ts';

/** The code that a right password has sent, asked for where strangers have guessed too often. */
export function SecondFactor({
  requestId,
  onEntered,
  onBack,
}: {
  requestId: string;
  onEntered: () => Promise<void>;
  onBack: () => void;
}) {
  const { t } = useWords();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const complete = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/v1/sessions/second-factor', { body: { request_id: requestId, code, use_cookie: true } }),
      ),
    onSuccess: onEntered,
  });
  const go = (event: FormEvent) => {
    event.preventDefault();
    complete.mutate();
  };
  return (
    <>
      <PageTitle what={t('door.second_what')}>{t('door.second_title')}</PageTitle>
      <Paper withBorder radius="lg" p="lg">
        <form noValidate onSubmit={go}>
          <Stack>
            <CodeField
              label={t('door.second_code')}
              value={code}
              onChange={setCode}
              error={complete.isError ? problemText(complete.error).detail : undefined}
            />
            <Button type="submit" size="md" loading={complete.isPending} disabled={code.length < 6}>
              {t('common.log_in')}
            </Button>
            <Button variant="subtle" color="gray" onClick={onBack}>
              {t('common.back')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </>
  );
}
