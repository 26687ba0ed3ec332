import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { paths } from '../../api/settlement.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { AccountFields, accountChecks, accountOf, NO_ACCOUNT } from '../../kit/staff/account-fields.tsx';
import { api } from '../api.ts';
import { useSettlementWords } from '../words.ts';

type Entered = paths['/v1/staff/payee-accounts']['post']['requestBody']['content']['application/json'];

/** A new account of a shop, which somebody else confirms. */
export function EnterAccount({ onDone }: { onDone: () => void }) {
  const { t } = useSettlementWords();
  const entering = useIdempotentMutation(
    (body: Entered, headers) => answered(api.POST('/v1/staff/payee-accounts', { body, headers })),
    [['accounts']],
  );
  const required = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { payee: '', ...NO_ACCOUNT },
    validate: { payee: required, ...accountChecks(required) },
  });
  const submit = form.onSubmit(({ payee, ...typed }) =>
    entering.mutate(
      { payee: payee.trim(), ...accountOf(typed) },
      {
        onSuccess: () => {
          notifications.show({ message: t('accounts.enter_done') });
          onDone();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextInput
          {...form.getInputProps('payee')}
          autoComplete="off"
          spellCheck={false}
          label={t('accounts.shop')}
          description={t('accounts.shop_hint')}
          maxLength={64}
          data-autofocus
        />
        <AccountFields
          kind={form.values.kind}
          onKind={(kind) => form.setFieldValue('kind', kind)}
          field={form.getInputProps}
        />
        {entering.isError && <ProblemNotice thrown={entering.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={entering.isPending}>
            {t('accounts.enter')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
