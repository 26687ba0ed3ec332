import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { paths } from '../../api/settlement.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useSettlementWords } from '../words.ts';

type Entered = paths['/v1/staff/payee-accounts']['post']['requestBody']['content']['application/json'];
const KINDS = ['kr', 'iban'] as const;
type Kind = (typeof KINDS)[number];

/** A new account of a shop, which somebody else confirms. */
export function EnterAccount({ onDone }: { onDone: () => void }) {
  const { t } = useSettlementWords();
  const entering = useIdempotentMutation(
    (body: Entered, headers) => answered(api.POST('/v1/staff/payee-accounts', { body, headers })),
    [['accounts']],
  );
  const required = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: {
      ...{ payee: '', kind: 'kr' as Kind, bank_code: '', number: '', iban: '', currency: 'KRW', holder: '' },
    },
    validate: {
      payee: required,
      holder: required,
      currency: required,
      bank_code: (text, { kind }) => (kind === 'kr' ? required(text) : null),
      number: (text, { kind }) => (kind === 'kr' ? required(text) : null),
      iban: (text, { kind }) => (kind === 'iban' ? required(text) : null),
    },
  });
  const { kind } = form.values;
  const submit = form.onSubmit(({ payee, currency, holder, bank_code, number, iban }) =>
    entering.mutate(
      {
        ...{ payee: payee.trim(), currency: currency.trim().toUpperCase(), holder },
        account: kind === 'kr' ? { bank_code, number } : { iban },
      },
      {
        onSuccess: () => {
          notifications.show({ message: t('accounts.enter_done') });
          onDone();
        },
      },
    ),
  );
  const typed = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextInput
          {...form.getInputProps('payee')}
          {...typed}
          label={t('accounts.shop')}
          description={t('accounts.shop_hint')}
          maxLength={64}
          data-autofocus
        />
        <Radio.Group {...form.getInputProps('kind')} label={t('accounts.kind')}>
          <Group gap="lg" mt={6}>
            {KINDS.map((value) => (
              <Radio key={value} value={value} label={t(`accounts.kind.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
        {kind === 'kr' ? (
          <>
            <TextInput
              {...form.getInputProps('bank_code')}
              {...typed}
              label={t('accounts.bank_code')}
              description={t('accounts.bank_code_hint')}
              inputMode="numeric"
              maxLength={10}
            />
            <TextInput
              {...form.getInputProps('number')}
              {...typed}
              label={t('accounts.number')}
              inputMode="numeric"
              maxLength={40}
            />
          </>
        ) : (
          <TextInput {...form.getInputProps('iban')} {...typed} label={t('accounts.iban')} maxLength={60} />
        )}
        <TextInput
          {...form.getInputProps('currency')}
          {...typed}
          label={t('accounts.currency')}
          maxLength={3}
        />
        <TextInput
          {...form.getInputProps('holder')}
          {...typed}
          label={t('accounts.holder')}
          maxLength={200}
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
