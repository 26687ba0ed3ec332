import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { focusFirst, useRefusals } from '../form.ts';
import { SecretField } from '../secret-field.tsx';
import { useWords } from '../words.ts';

type SecretValues = { old: string; new: string; remove_passkeys: boolean };

type Secret = Pick<SecretValues, 'old' | 'new'>;

/** Password and phone PIN; the current one is needed to change it. */
export function Secrets() {
  const { t } = useWords();
  return (
    <Stack gap="lg">
      <ChangeSecret
        title={t('me.change_password')}
        offersPasskeys
        labels={{ old: t('me.old_password'), new: t('me.new_password') }}
        hint={t('door.password_hint')}
        autoComplete={{ old: 'current-password', new: 'new-password' }}
        send={(values, headers) =>
          answered(
            api.POST('/v1/members/me/password', {
              body: {
                old_password: values.old,
                new_password: values.new,
                remove_passkeys: values.remove_passkeys,
              },
              headers,
            }),
          )
        }
      />
      <ChangeSecret
        title={t('me.change_phone_pin')}
        labels={{ old: t('me.old_phone_pin'), new: t('me.new_phone_pin') }}
        hint={t('door.phone_pin_hint')}
        autoComplete={{ old: 'off', new: 'off' }}
        numeric
        send={(values, headers) =>
          answered(
            api.POST('/v1/members/me/phone-pin', {
              body: { old_phone_pin: values.old, new_phone_pin: values.new },
              headers,
            }),
          )
        }
      />
    </Stack>
  );
}

/** Refusals of the new secret; `credentials_wrong` is about the old one. */
const FIELD_OF_CODE = {
  credentials_wrong: 'old',
  password_too_weak: 'new',
  pin_not_digits: 'new',
  pin_wrong_length: 'new',
  pin_repeated: 'new',
  pin_sequence: 'new',
  pin_contains_phone: 'new',
  pin_common: 'new',
} as const;

type ChangeSecretProps = {
  title: string;
  labels: Secret;
  hint: string;
  autoComplete: Secret;
  /** Whether passkeys can be removed with it. */
  offersPasskeys?: boolean;
  numeric?: boolean;
  send: (values: SecretValues, headers: IdempotencyHeaders) => Promise<unknown>;
};

function ChangeSecret({
  title,
  labels,
  hint,
  autoComplete,
  numeric = false,
  offersPasskeys = false,
  send,
}: ChangeSecretProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const required = (value: string) => (value === '' ? t('common.required') : null);
  const form = useForm<SecretValues>({
    initialValues: { old: '', new: '', remove_passkeys: false },
    validate: { old: required, new: required },
  });
  const { notice, refused, clear } = useRefusals(form, FIELD_OF_CODE);
  const change = useIdempotentMutation(send, [['passkeys'], ['sessions']]);
  const field = (name: keyof Secret) => ({
    label: labels[name],
    autoComplete: autoComplete[name],
    ...(numeric ? { inputMode: 'numeric' as const } : {}),
    ...form.getInputProps(name),
  });
  if (!isOpen) {
    return (
      <Button variant="default" aria-expanded={false} onClick={() => setOpen(true)}>
        {title}
      </Button>
    );
  }
  return (
    <form
      noValidate
      aria-label={title}
      onSubmit={form.onSubmit((values) => {
        clear();
        change.mutate(values, {
          onError: refused,
          onSuccess: () => {
            form.reset();
            setOpen(false);
            notifications.show({ message: t('me.changed'), color: 'teal' });
          },
        });
      }, focusFirst(form))}
    >
      <Stack gap="sm">
        <SecretField {...field('old')} />
        <SecretField {...field('new')} description={hint} />
        {offersPasskeys && (
          <Checkbox
            label={t('me.remove_passkeys')}
            {...form.getInputProps('remove_passkeys', { type: 'checkbox' })}
          />
        )}
        <Text fz="sm" c="dimmed">
          {t('me.sessions_end')}
        </Text>
        {notice !== undefined && <ProblemNotice thrown={notice} />}
        <Button type="submit" loading={change.isPending}>
          {title}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </Stack>
    </form>
  );
}
