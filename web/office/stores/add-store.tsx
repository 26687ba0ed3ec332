import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { STORES } from './use-stores.ts';

export function AddStore({ onDone }: { onDone: () => void }) {
  const { t, pick } = useOfficeWords();
  const required = (given: string) => (given.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { name_ko: '', name_en: '' },
    validate: { name_ko: required, name_en: required },
  });
  const adding = useIdempotentMutation(
    (body: { name_ko: string; name_en: string }, headers: IdempotencyHeaders) =>
      answered(api.POST('/v1/office/stores', { body, headers })),
    [STORES, ['trends']],
  );
  const submit = form.onSubmit(
    (given) =>
      adding.mutate(given, {
        onSuccess: ({ name_ko, name_en }) => {
          notifications.show({ message: t('office.store_add_done', { name: pick(name_ko, name_en) }) });
          onDone();
        },
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'name_ko')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {adding.isError && <ProblemNotice thrown={adding.error} />}
        <TextInput
          {...form.getInputProps('name_ko')}
          label={t('office.store_ko')}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          {...form.getInputProps('name_en')}
          label={t('office.store_en')}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit" loading={adding.isPending}>
          {t('office.store_add')}
        </Button>
      </Stack>
    </form>
  );
}
