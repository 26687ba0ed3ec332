import { Button, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { fieldOf, type MemberValues, useMemberForm } from './member-form.ts';

export function AddMember({ onDone }: { onDone: () => void }) {
  const { t } = useOfficeWords();
  const { form, refuse } = useMemberForm({ member_no: '', name: '', phone: '', email: '' });
  const adding = useIdempotentMutation(
    ({ email, ...member }: MemberValues, headers: IdempotencyHeaders) =>
      answered(
        api.POST('/v1/office/members', {
          body: email === '' ? member : { ...member, email },
          headers,
        }),
      ),
    [['members']],
  );
  const submit = form.onSubmit(
    (given) =>
      adding.mutate(given, {
        onError: refuse,
        onSuccess: ({ name }) => {
          notifications.show({ message: t('office.member_add_done', { name }) });
          onDone();
        },
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'member_no')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {adding.isError && fieldOf(adding.error) === undefined && <ProblemNotice thrown={adding.error} />}
        <TextInput
          {...form.getInputProps('member_no')}
          label={t('office.member_no')}
          maxLength={32}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          {...form.getInputProps('name')}
          label={t('office.name')}
          maxLength={100}
          autoComplete="off"
        />
        <TextInput
          {...form.getInputProps('phone')}
          label={t('office.phone')}
          type="tel"
          maxLength={40}
          autoComplete="off"
        />
        <TextInput
          {...form.getInputProps('email')}
          label={t('office.email_optional')}
          type="email"
          maxLength={254}
          autoComplete="off"
        />
        <Button type="submit" loading={adding.isPending}>
          {t('office.member_add')}
        </Button>
      </Stack>
    </form>
  );
}
