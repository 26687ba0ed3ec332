import { Button, Stack, TextInput, type TextInputProps } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, type Ref, useRef, useState } from 'react';
import { ProblemNotice } from '../notice.tsx';
import { Problem, useProblemText } from '../problem.ts';
import { useStaffWords } from './words.ts';

/** Room for a recovery code as somebody may write it. */
const LENGTH_MAX = 40;

/** A field for a code of an authenticator app, and for a recovery code where the description says so. */
export function CodeField(props: TextInputProps & { ref?: Ref<HTMLInputElement> }) {
  const { t } = useStaffWords();
  return (
    <TextInput
      label={t('staff.code')}
      maxLength={LENGTH_MAX}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      size="md"
      {...props}
    />
  );
}

/** That field with its button. */
export function CodeForm({
  sending,
  button,
  description,
}: {
  sending: UseMutationResult<unknown, Error, string>;
  button: string;
  description?: string;
}) {
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isWrong = sending.isError && isAboutCode(sending.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate(code, { onError: () => field.current?.select() });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {sending.isError && !isWrong && <ProblemNotice thrown={sending.error} />}
        <CodeField
          ref={field}
          description={description}
          error={isWrong ? problemText(sending.error).detail : undefined}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" size="md" loading={sending.isPending} disabled={code.trim() === ''}>
          {button}
        </Button>
      </Stack>
    </form>
  );
}

function isAboutCode(thrown: unknown): boolean {
  return (
    thrown instanceof Problem && ['second_factor_wrong', 'second_factor_code_invalid'].includes(thrown.code)
  );
}
