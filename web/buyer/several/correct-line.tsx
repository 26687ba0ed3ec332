import { Button, Group as Row, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Group } from '../api.ts';
import { focusFirst, useRefusals } from '../form.ts';
import { useWords } from '../words.ts';

const FIELD_OF_CODE = {
  phone_number_invalid: 'address',
  recipient_unknown: 'address',
  email_invalid: 'address',
  name_invalid: 'name',
  recipient_name_missing: 'name',
} as const;

type Props = {
  groupId: string;
  line: Group['lines'][number];
  onDone: (changed?: Group) => void;
};

/** A new number for a line, or a new email address with a name; the name behind it is looked up at once. */
export function CorrectLine({ groupId, line, onDone }: Props) {
  const { t } = useWords();
  const form = useForm({
    initialValues: { address: line.address, name: line.name ?? '' },
    validate: (values) => ({
      address: values.address.trim() === '' ? t('common.required') : null,
      name: values.address.includes('@') && values.name.trim() === '' ? t('common.required') : null,
    }),
  });
  const { notice, refused, clear } = useRefusals(form, FIELD_OF_CODE);
  const correct = useIdempotentMutation((typed: { address: string; name: string }, headers) => {
    const name = typed.name.trim();
    const address = typed.address.trim();
    return answered(
      api.PUT('/v1/order-groups/{group_id}/lines/{order_id}/recipient', {
        params: { path: { group_id: groupId, order_id: line.order.order_id } },
        body: address.includes('@')
          ? { email: address, name }
          : { phone: address, ...(name === '' ? {} : { name }) },
        headers,
      }),
    );
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((typed) => {
        clear();
        correct.mutate(typed, { onSuccess: onDone, onError: refused });
      }, focusFirst(form))}
    >
      <Stack gap="sm" mt="xs">
        <TextInput
          data-autofocus
          autoFocus
          label={t('several.correct_address')}
          autoComplete="off"
          key="address"
          {...form.getInputProps('address')}
        />
        <TextInput
          label={t('give.recipient_name')}
          description={t('several.correct_name_hint')}
          autoComplete="off"
          key="name"
          {...form.getInputProps('name')}
        />
        {notice !== undefined && <ProblemNotice thrown={notice} />}
        <Row gap="sm">
          <Button type="submit" loading={correct.isPending}>
            {t('give.look_up')}
          </Button>
          <Button variant="default" onClick={() => onDone()}>
            {t('several.cancel_correct')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
