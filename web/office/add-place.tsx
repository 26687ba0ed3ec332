import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { ProblemNotice } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { type Once, useVerb } from '../kit/verb.ts';
import { api } from './door.ts';
import { STORES } from './queries.ts';
import type { Store } from './stores.tsx';
import { useOfficeWords } from './words.ts';

export function AddStore({ onDone }: { onDone: () => void }) {
  const { t, pick } = useOfficeWords();
  const required = (given: string) => (given.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { name_ko: '', name_en: '' },
    validate: { name_ko: required, name_en: required },
  });
  const adding = useVerb(
    (body: { name_ko: string; name_en: string }, headers: Once) =>
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
  const adding = useVerb(
    (body: { store_id: string; name: string }, headers: Once) =>
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
