import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { ProblemNotice } from '../../notice.tsx';
import { Problem, useProblemText } from '../../problem.ts';
import type { StaffApi, StaffRole } from '../staff-api.ts';
import { useStaffWords } from '../words.ts';

/** The refusals that concern a field. */
const FIELDS: Readonly<Record<string, 'old_password' | 'new_password'>> = {
  credentials_wrong: 'old_password',
  password_too_weak: 'new_password',
};

export function ChangePassword<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t } = useStaffWords();
  const problemText = useProblemText();
  const required = (given: string) => (given === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { old_password: '', new_password: '' },
    validate: { old_password: required, new_password: required },
  });
  const changing = useIdempotentMutation(staffApi.changePassword, [['own-sessions']]);
  const submit = form.onSubmit(
    (passwords) =>
      changing.mutate(passwords, {
        onSuccess: () => {
          form.reset();
          notifications.show({ message: t('staff.password_changed') });
        },
        onError: (thrown) => {
          const field = fieldOf(thrown);
          if (field === undefined) return;
          const text = field === 'old_password' ? t('staff.password_wrong') : problemText(thrown).detail;
          form.setFieldError(field, text);
          form.getInputNode(field)?.focus();
        },
      }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? 'old_password')?.focus(),
  );
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('common.show_password') } };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm" maw={400}>
        {changing.isError && fieldOf(changing.error) === undefined && (
          <ProblemNotice thrown={changing.error} />
        )}
        <PasswordInput
          {...form.getInputProps('old_password')}
          {...eye}
          label={t('staff.password_old')}
          aria-invalid={form.errors.old_password !== undefined}
          autoComplete="current-password"
        />
        <PasswordInput
          {...form.getInputProps('new_password')}
          {...eye}
          label={t('staff.password_new')}
          description={t('staff.password_hint')}
          aria-invalid={form.errors.new_password !== undefined}
          autoComplete="new-password"
        />
        <Button
          type="submit"
          variant="light"
          loading={changing.isPending}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('staff.password_change')}
        </Button>
      </Stack>
    </form>
  );
}

function fieldOf(thrown: unknown): 'old_password' | 'new_password' | undefined {
  return thrown instanceof Problem ? FIELDS[thrown.code] : undefined;
}
