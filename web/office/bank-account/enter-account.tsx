import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { paths } from '../../api/shop.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';
import { PROPOSALS } from './proposals.ts';

type Entered = paths['/v1/office/account-proposals']['post']['requestBody']['content']['application/json'];
const KINDS = ['kr', 'iban'] as const;
type Kind = (typeof KINDS)[number];
const CURRENCY_OF = { kr: 'KRW', iban: 'EUR' } as const satisfies Record<Kind, string>;

/** A new account, which another owner confirms. What the server refuses of a field stands beside it. */
export function EnterAccount({ onDone }: { onDone: () => void }) {
  const { t } = useOfficeWords();
  const entering = useIdempotentMutation(
    (body: Entered, headers) => answered(api.POST('/v1/office/account-proposals', { body, headers })),
    [PROPOSALS],
  );
  const required = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { kind: 'kr' as Kind, bank_code: '', number: '', iban: '', currency: 'KRW', holder: '' },
    validate: {
      bank_code: (text, { kind }) => (kind === 'kr' ? required(text) : null),
      number: (text, { kind }) => (kind === 'kr' ? required(text) : null),
      iban: (text, { kind }) => (kind === 'iban' ? required(text) : null),
      currency: (text) => (/^[a-z]{3}$/i.test(text.trim()) ? null : t('bank_account.currency_wrong')),
      holder: required,
    },
  });
  const { kind } = form.values;
  const atField = (name: 'number' | 'iban' | 'holder', problem: Problem) => {
    form.setFieldError(name, problem.detail);
    form.getInputNode(name)?.focus();
    entering.reset();
  };
  const submit = form.onSubmit(
    ({ currency, holder, bank_code, number, iban }) =>
      entering.mutate(
        {
          ...{ currency: currency.trim().toUpperCase(), holder },
          account: kind === 'kr' ? { bank_code, number } : { iban },
        },
        {
          onSuccess: () => {
            notifications.show({ message: t('bank_account.entered_done') });
            onDone();
          },
          onError: (thrown) => {
            if (!(thrown instanceof Problem)) return;
            if (thrown.code === 'name_invalid') atField('holder', thrown);
            if (
              thrown.code === 'bank_account_invalid' ||
              thrown.fields.some((at) => at.startsWith('account'))
            )
              atField(kind === 'kr' ? 'number' : 'iban', thrown);
          },
        },
      ),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  );
  const typed = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Radio.Group
          label={t('bank_account.kind')}
          value={kind}
          onChange={(chosen) => {
            const next = KINDS.find((known) => known === chosen) ?? 'kr';
            form.setValues({ kind: next, currency: CURRENCY_OF[next] });
          }}
        >
          <Group gap="lg" mt={6}>
            {KINDS.map((value) => (
              <Radio key={value} value={value} label={t(`bank_account.kind.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
        {kind === 'kr' ? (
          <>
            <TextInput
              {...form.getInputProps('bank_code')}
              {...typed}
              label={t('bank_account.bank_code')}
              description={t('bank_account.bank_code_hint')}
              inputMode="numeric"
              maxLength={10}
            />
            <TextInput
              {...form.getInputProps('number')}
              {...typed}
              label={t('bank_account.number')}
              inputMode="numeric"
              maxLength={40}
            />
          </>
        ) : (
          <TextInput
            {...form.getInputProps('iban')}
            {...typed}
            label={t('bank_account.iban')}
            maxLength={60}
          />
        )}
        <TextInput
          {...form.getInputProps('currency')}
          {...typed}
          label={t('bank_account.currency')}
          description={t('bank_account.currency_hint')}
          maxLength={3}
        />
        <TextInput
          {...form.getInputProps('holder')}
          {...typed}
          label={t('bank_account.holder')}
          description={t('bank_account.holder_hint')}
          maxLength={200}
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
