import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import type { Store } from './use-stores.ts';

export function AddTerminal({
  store: { store_id },
  onDone,
}: {
  store: Store;
  onDone: (terminal: { terminal_id: string; name: string }) => void;
}) {
  const { t } = useOfficeWords();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (given) => (given.trim() === '' ? t('common.required') : null) },
  });
  const adding = useIdempotentMutation(
    (body: { store_id: string; name: string }, headers: IdempotencyHeaders) =>
      answered(api.POST('/v1/office/terminals', { body, headers })),
    [['terminals']],
  );
  const submit = form.onSubmit(
    ({ name }) => adding.mutate({ store_id, name }, { onSuccess: onDone }),
    () => form.getInputNode('name')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {adding.isError && <ProblemNotice thrown={adding.error} />}
        <TextInput
          {...form.getInputProps('name')}
          label={t('office.terminal_name')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <Button type="submit" loading={adding.isPending}>
          {t('office.terminal_add')}
        </Button>
      </Stack>
    </form>
  );
}
