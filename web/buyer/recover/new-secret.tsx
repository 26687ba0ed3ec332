import { Button, Checkbox, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { CodeField } from '../code-field.tsx';
import { focusFirst, useRefusals } from '../form.ts';
import { PageTitle } from '../parts.tsx';
import { SecretField } from '../secret-field.tsx';
import { useWords } from '../words.ts';
import { type MailProved, useProveMail } from './prove-mail.ts';

type Values = { code: string; which: 'password' | 'pin'; secret: string; remove_passkeys: boolean };

const FIELD_OF_CODE = {
  code_not_digits: 'code',
  verification_code_wrong: 'code',
  verification_code_expired: 'code',
  password_too_weak: 'secret',
  pin_not_digits: 'secret',
  pin_wrong_length: 'secret',
  pin_repeated: 'secret',
  pin_sequence: 'secret',
  pin_contains_phone: 'secret',
  pin_common: 'secret',
} as const;

/** The code from the phone, and the new password or phone PIN. */
export function NewSecret({
  proved,
  onSentAgain,
  onDone,
}: {
  proved: MailProved;
  onDone: () => void;
  onSentAgain: (proved: MailProved) => void;
}) {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const { recovery_id, masked_phone: phone, sent_by } = proved;
  const required = (value: string) => (value === '' ? t('common.required') : null);
  const form = useForm<Values>({
    initialValues: { code: '', which: 'password', secret: '', remove_passkeys: false },
    validate: { code: required, secret: required },
  });
  const { notice, refused, clear } = useRefusals(form, FIELD_OF_CODE);
  const again = useProveMail(recovery_id, (sent) => onSentAgain({ ...proved, ...sent }));
  const complete = useMutation({
    mutationFn: ({ code, which, secret, remove_passkeys }: Values) => {
      const common = { code, remove_passkeys };
      const body =
        which === 'password' ? { ...common, new_password: secret } : { ...common, new_phone_pin: secret };
      const params = { path: { recovery_id } };
      return answered(api.POST('/v1/recoveries/{recovery_id}/completion', { params, body }));
    },
    onError: refused,
    onSuccess: () => {
      onDone();
      notifications.show({ message: t('door.recovered'), color: 'teal' });
      navigate('/log-in', { replace: true });
    },
  });
  const isPassword = form.values.which === 'password';
  return (
    <>
      <PageTitle what={t(sent_by === 'call' ? 'door.recover_by_call' : 'door.recover_by_text', { phone })}>
        {t('door.recover_new_title')}
      </PageTitle>
      <Paper withBorder radius="lg" p="lg">
        <form
          noValidate
          lang={locale}
          onSubmit={form.onSubmit((values) => {
            clear();
            complete.mutate(values);
          }, focusFirst(form))}
        >
          <Stack>
            {notice !== undefined && <ProblemNotice thrown={notice} />}
            {again.isError && <ProblemNotice thrown={again.error} />}
            <CodeField
              label={t('door.recover_phone_code')}
              value={form.values.code}
              onChange={(code) => form.setFieldValue('code', code)}
              error={form.errors.code}
            />
            <SegmentedControl
              aria-label={t('door.recover_which')}
              data={[
                { value: 'password', label: t('door.recover_password') },
                { value: 'pin', label: t('door.recover_pin') },
              ]}
              {...form.getInputProps('which')}
            />
            <SecretField
              label={t(isPassword ? 'door.new_password' : 'door.new_phone_pin')}
              description={t(isPassword ? 'door.password_hint' : 'door.phone_pin_hint')}
              autoComplete={isPassword ? 'new-password' : 'off'}
              {...(isPassword ? {} : { inputMode: 'numeric' as const })}
              {...form.getInputProps('secret')}
            />
            <Checkbox
              label={t('door.remove_passkeys')}
              {...form.getInputProps('remove_passkeys', { type: 'checkbox' })}
            />
            <Text fz="sm" c="dimmed">
              {t('door.recover_ends')}
            </Text>
            <Button type="submit" size="md" loading={complete.isPending}>
              {t('door.recover_save')}
            </Button>
            {sent_by === 'text' && (
              <Button
                variant="subtle"
                loading={again.isPending}
                onClick={() => again.mutate({ code: proved.code, phone_code_by: 'text' })}
              >
                {t('door.send_code_again')}
              </Button>
            )}
            {sent_by === 'text' && (
              <Button
                variant="subtle"
                loading={again.isPending}
                onClick={() => again.mutate({ code: proved.code, phone_code_by: 'call' })}
              >
                {t('door.recover_call')}
              </Button>
            )}
          </Stack>
        </form>
      </Paper>
    </>
  );
}
