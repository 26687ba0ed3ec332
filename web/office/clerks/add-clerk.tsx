import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';

export function AddClerk({ onDone }: { onDone: (clerk: { clerk_id: string; name: string }) => void }) {
  const { t } = useOfficeWords();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (given) => (given.trim() === '' ? t('common.required') : null) },
  });
  const adding = useIdempotentMutation(
    (body: { name: string }, headers: IdempotencyHeaders) =>
      answered(api.POST('/v1/office/clerks', { body, headers })),
    [['clerks']],
  );
  const submit = form.onSubmit(
    ({ name }) => adding.mutate({ name: name.trim() }, { onSuccess: onDone }),
    () => form.getInputNode('name')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {adding.isError && <ProblemNotice thrown={adding.error} />}
        <TextInput
          {...form.getInputProps('name')}
          label={t('office.name')}
          description={t('office.clerk_name_hint')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <Button type="submit" loading={adding.isPending}>
          {t('office.clerk_add')}
        </Button>
      </Stack>
    </form>
  );
}
