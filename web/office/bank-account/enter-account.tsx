import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { paths } from '../../api/shop.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { AccountFields, accountChecks, accountOf, NO_ACCOUNT } from '../../kit/staff/account-fields.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { PROPOSALS } from './proposals.ts';

type Entered = paths['/v1/office/account-proposals']['post']['requestBody']['content']['application/json'];
const CURRENCY_OF = { kr: 'KRW', iban: 'EUR' } as const;

/** A new account, which another owner confirms. What the server refuses of a field stands beside it. */
export function EnterAccount({ onDone }: { onDone: () => void }) {
  const { t } = useOfficeWords();
  const entering = useIdempotentMutation(
    (body: Entered, headers) => answered(api.POST('/v1/office/account-proposals', { body, headers })),
    [PROPOSALS],
  );
  const required = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: NO_ACCOUNT,
    validate: {
      ...accountChecks(required),
      currency: (text) => (/^[a-z]{3}$/i.test(text.trim()) ? null : t('bank_account.currency_wrong')),
    },
  });
  const { kind } = form.values;
  const atField = (name: 'number' | 'iban' | 'holder', problem: Problem) => {
    form.setFieldError(name, problem.detail);
    form.getInputNode(name)?.focus();
    entering.reset();
  };
  const submit = form.onSubmit(
    (typed) =>
      entering.mutate(accountOf(typed), {
        onSuccess: () => {
          notifications.show({ message: t('bank_account.entered_done') });
          onDone();
        },
        onError: (thrown) => {
          if (!(thrown instanceof Problem)) return;
          if (thrown.code === 'name_invalid') atField('holder', thrown);
          if (thrown.code === 'bank_account_invalid' || thrown.fields.some((at) => at.startsWith('account')))
            atField(kind === 'kr' ? 'number' : 'iban', thrown);
        },
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <AccountFields
          kind={kind}
          onKind={(next) => form.setValues({ kind: next, currency: CURRENCY_OF[next] })}
          field={form.getInputProps}
          hints={{ currency: t('bank_account.currency_hint'), holder: t('bank_account.holder_hint') }}
        />
        <Text size="sm" c="dimmed">
          {t('bank_account.next')}
        </Text>
        <div aria-live="polite">{entering.isError && <ProblemNotice thrown={entering.error} />}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={entering.isPending}>
            {t('bank_account.enter')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
